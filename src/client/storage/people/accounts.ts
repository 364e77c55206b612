import { Dexie, type Table } from 'dexie';
import { FREE_TRIES, tryWaitMs, type Tries } from '#core/people/tryWait.ts';

/** Somebody who has signed in on this tablet. Only this is readable without a password. */
export type KnownAccount = {
  readonly userId: string;
  readonly installationId: string;
  readonly email: string;
  readonly name: string;
  readonly code: string;
  /** When it was last locked, ms; shown on the unlock screen. */
  readonly lockedAtMs: number | undefined;
  /** Wrong passwords since the last right one. Slows down whoever holds the tablet; against a copy of its disk stands Argon2id. */
  readonly tries?: Tries;
};

type Directory = Dexie & { readonly accounts: Table<KnownAccount, string> };

function directory(): Directory {
  const db = new Dexie('cotejo', { chromeTransactionDurability: 'strict' });
  db.version(1).stores({ accounts: 'userId' });
  db.on('versionchange', () => db.close());
  return db as Directory;
}

const db = directory();

/** Most recently locked first. */
export async function listAccounts(): Promise<readonly KnownAccount[]> {
  const accounts = await db.accounts.toArray();
  return accounts.sort((a, b) => (b.lockedAtMs ?? 0) - (a.lockedAtMs ?? 0));
}

export async function rememberAccount(account: KnownAccount): Promise<void> {
  await db.accounts.put(account);
}

export async function noteLocked(userId: string, lockedAtMs: number): Promise<void> {
  await db.accounts.update(userId, { lockedAtMs });
}

/** Counts a password before it is tried, so that closing the page does not undo it. Gives until when to wait, ms since 1970, if not now. */
export async function countUnlockTry(userId: string, nowMs: number): Promise<number | undefined> {
  return db.transaction('rw', db.accounts, async () => {
    const tries = (await db.accounts.get(userId))?.tries ?? { count: 0, lastAtMs: 0 };
    const waitMs = tryWaitMs(tries, FREE_TRIES, nowMs);
    if (waitMs > 0) return nowMs + waitMs;
    await db.accounts.update(userId, { tries: { count: tries.count + 1, lastAtMs: nowMs } });
    return undefined;
  });
}

/** The password was right. */
export async function clearUnlockTries(userId: string): Promise<void> {
  await db.accounts.update(userId, { tries: { count: 0, lastAtMs: 0 } });
}

export async function forgetAccount(userId: string): Promise<void> {
  await db.accounts.delete(userId);
}
