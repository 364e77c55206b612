import type { Store, StoreTransaction } from '#server/store/store.ts';

const FIRST_WAIT_S = 30;
const LONGEST_WAIT_S = 900;

/**
 * Counts a try before what was tried is checked: a hundred tries at once are a hundred tries. After the free ones each wait is
 * twice the last. Gives the seconds to wait, 0 for none. `who` is a hash: also of an e-mail that nobody has.
 */
export function countTry({ store, nowMs }: { readonly store: Store; readonly nowMs: () => number }, who: string, freeTries: number): Promise<number> {
  return store.transaction(async (tx) => {
    const now = nowMs();
    const { count, lastAtMs } = await tx.people.signInFailures(who);
    const waitSeconds = count < freeTries ? 0 : Math.min(FIRST_WAIT_S * 2 ** (count - freeTries), LONGEST_WAIT_S);
    const leftMs = lastAtMs + waitSeconds * 1000 - now;
    if (leftMs > 0 && count >= freeTries) return Math.ceil(leftMs / 1000);
    await tx.people.setSignInFailures(who, { count: count + 1, lastAtMs: now });
    return 0;
  });
}

/** What was tried was right. */
export const clearTries = (tx: StoreTransaction, who: string, nowMs: number): Promise<void> => tx.people.setSignInFailures(who, { count: 0, lastAtMs: nowMs });
