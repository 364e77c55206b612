/** Wrong tries since the last right one. */
export type Tries = { readonly count: number; readonly lastAtMs: number };

/** Wrong passwords before somebody has to wait. */
export const FREE_TRIES = 5;

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** How long to wait before the next try, ms, 0 for not at all: after the free ones each wait is twice the last, up to 15 minutes. */
export function tryWaitMs({ count, lastAtMs }: Tries, freeTries: number, nowMs: number): number {
  if (count < freeTries) return 0;
  const waitMs = Math.min(FIRST_WAIT_MS * 2 ** (count - freeTries), LONGEST_WAIT_MS);
  // A clock that was set back must not make the wait longer than it is.
  return Math.min(Math.max(lastAtMs + waitMs - nowMs, 0), waitMs);
}
