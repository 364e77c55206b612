import { prng, type Prng } from './prng.ts';

/** Everybody with a tablet: marta leads, dale and ines advise, lucia is the agency's manager; nora and the spy belong to another agency. */
export type People = 'marta' | 'dale' | 'ines' | 'lucia' | 'nora' | 'spy';
export type Who = People | 'clone';

const WHAT = [
  /** A person writes something, as their screen would. */
  'write',
  /** The network does to the request what the dice say. */
  'sync',
  /** The next disk write of some kind loses power. */
  'crash',
  /** The tablet is switched off and on: memory is gone, the clock has jumped. */
  'restart',
  /** The operator copies the database. */
  'back-up',
  /** The operator puts the last copy back, and the server starts anew. */
  'restore',
  /** The leader sets the team, with ines or without her. */
  'team',
  /** Dale's tablet is copied, bit by bit, and both go on. */
  'clone',
  /** Somebody sends what they must not. */
  'attack',
  /** The operator erases the words of a record for good. */
  'purge',
  /** A file goes by hand from one tablet to another. */
  'carry',
  /** The tablet falls into a river. */
  'lose',
] as const;
export type What = (typeof WHAT)[number];

/** One step. `dice` decides everything about it, so that taking other steps away leaves it what it was. */
export type Step = { readonly what: What; readonly who: Who; readonly dice: number };

export type Plan = {
  readonly seed: number;
  readonly store: 'memory' | 'sqlite';
  /** Ops in one answer: small, so that pages are cut. */
  readonly opsPerAnswer: number;
  /** Ops in one push: small, so that an outbox takes several. */
  readonly opsPerPush: number;
  readonly steps: readonly Step[];
};

/** Times out of the sum; what a run has besides writing, syncing and crashing is chosen for the whole run, since each makes the others rare. */
const ALWAYS: Partial<Record<What, number>> = { write: 50, sync: 28, crash: 8, restart: 5 };
const SOMETIMES: readonly Partial<Record<What, number>>[] = [{ 'back-up': 2, restore: 1.5 }, { team: 7 }, { clone: 1 }, { attack: 4 }, { lose: 0.5 }, { carry: 5 }, { purge: 2 }];
/** These look into the store's memory, which SQLite does not show. */
const MEMORY_ONLY: readonly What[] = ['back-up', 'restore'];

/** The plan of a seed: the same for ever. */
export function planOf(seed: number, length = 80): Plan {
  const random = prng(seed);
  const store = random.chance(0.04) ? 'sqlite' : 'memory';
  const opsPerAnswer = random.pick([4, 9, 5_000]);
  const opsPerPush = random.pick([1, 3, 500]);
  const odds: Partial<Record<What, number>> = Object.assign({}, ALWAYS, ...SOMETIMES.filter(() => random.chance(0.35)));
  // Who was taken off the team and had not heard of it when the server was restored goes on waiting for their right ([L20]): no rest to come to.
  if (odds.restore !== undefined) delete odds.team;
  const steps = Array.from({ length }, (): Step => {
    const what = weighted(random, odds, store);
    const who = random.chance(0.12) ? random.pick(['nora', 'spy'] as const) : random.pick(['marta', 'dale', 'dale', 'ines', 'lucia', 'clone'] as const);
    return { what, who, dice: random.below(2 ** 31) };
  });
  return { seed, store, opsPerAnswer, opsPerPush, steps };
}

function weighted(random: Prng, odds: Partial<Record<What, number>>, store: Plan['store']): What {
  const entries = WHAT.flatMap((what): [What, number][] => (odds[what] === undefined || (store === 'sqlite' && MEMORY_ONLY.includes(what)) ? [] : [[what, odds[what]]]));
  let dice = random.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [what, weight] of entries) {
    dice -= weight;
    if (dice < 0) return what;
  }
  return 'write';
}
