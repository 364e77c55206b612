import { tryWaitMs } from '#core/people/tryWait.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';

/**
 * Counts a try before what was tried is checked: a hundred tries at once are a hundred tries. Gives the seconds to wait, 0 for
 * none. `who` is a hash: also of an e-mail that nobody has.
 */
export function countTry({ store, nowMs }: { readonly store: Store; readonly nowMs: () => number }, who: string, freeTries: number): Promise<number> {
  return store.transaction(async (tx) => {
    const now = nowMs();
    const tries = await tx.people.signInFailures(who);
    const waitMs = tryWaitMs(tries, freeTries, now);
    if (waitMs > 0) return Math.ceil(waitMs / 1000);
    await tx.people.setSignInFailures(who, { count: tries.count + 1, lastAtMs: now });
    return 0;
  });
}

/** What was tried was right. */
export const clearTries = (tx: StoreTransaction, who: string, nowMs: number): Promise<void> => tx.people.setSignInFailures(who, { count: 0, lastAtMs: nowMs });
