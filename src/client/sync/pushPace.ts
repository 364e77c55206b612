/** How many ops a push may hold: learnt from how the last ones went. */
export type PushPace = {
  readonly ops: () => number;
  /** A push was answered, or not, after so long. */
  readonly note: (push: { readonly ops: number; readonly ms: number; readonly answered: boolean }) => void;
};

/** A day's work in one request where the link is good; halved a few times where it is not. */
export const FIRST_PUSH_OPS = 2_500;
const MIN_OPS = 100;
const MAX_OPS = 5_000;
/** An answer within this says that the link could carry more. */
const QUICK_MS = 3_000;
/** One that takes longer than this is too much to lose when the link breaks. */
const SLOW_MS = 15_000;
/** Without an answer: what fails at once was no network at all, and says nothing about the size. */
const NO_NETWORK_MS = 1_000;

/** The size after one push: grows only where a full one came through quickly. */
export function nextPushOps(size: number, { ops, ms, answered }: { readonly ops: number; readonly ms: number; readonly answered: boolean }): number {
  if (answered ? ms > SLOW_MS : ops > 0 && ms >= NO_NETWORK_MS) return Math.max(MIN_OPS, Math.floor(Math.min(size, Math.max(ops, MIN_OPS)) / 2));
  if (answered && ms <= QUICK_MS && ops * 2 > size) return Math.min(MAX_OPS, size * 2);
  return size;
}

export function pushPace(): PushPace {
  let size = FIRST_PUSH_OPS;
  return {
    ops: () => size,
    note: (push) => {
      size = nextPushOps(size, push);
    },
  };
}
