/** What must hold in every run. A failing run names one of these. */
export const INVARIANTS = {
  missing: 'no authored op is missing',
  equal: 'all replicas of a scope are equal, and equal to the server',
  rebuild: 'a rebuild from disk equals living through it',
  heads: 'every distinct head is visible',
  hidden: 'no unseen edit is hidden',
  once: 'each op is there once, and each counter of a device is used once',
  foreign: 'nobody receives a byte that is not theirs',
  cursor: 'a cursor is never ahead of stored ops',
  chain: 'the chain of every scope verifies',
  ends: 'sync comes to rest once the network is good',
  words: 'nobody’s words are changed, and nobody’s name is borrowed',
  seal: 'what was written together arrives together',
  newer: 'what this build does not know is kept and delivered to nobody',
  purged: 'what was purged is nowhere any more',
  team: 'the team is the one that was set last',
  refusal: 'only what may be refused is refused',
  crash: 'nothing throws',
} as const;
export type Invariant = keyof typeof INVARIANTS;

/** A broken invariant, thrown where it is seen. */
export class Broken extends Error {
  constructor(readonly invariant: Invariant, readonly detail: string) {
    super(`${INVARIANTS[invariant]}: ${detail}`);
  }
}

export function mustHold(invariant: Invariant, holds: boolean, detail: () => string): void {
  if (!holds) throw new Broken(invariant, detail());
}
