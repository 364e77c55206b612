import { Dexie, type Table } from 'dexie';
import { isDiskFull } from '#client/storage/database/durable.ts';
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
  await whereThereIsRoom(() => db.accounts.update(userId, { lockedAtMs }));
}

/** Wrong passwords that a full disk had no room for: the page counts them while it is open. */
const uncounted = new Map<string, Tries>();

/** Counts a password before it is tried, so that closing the page does not undo it. Gives until when to wait, ms since 1970, if not now. */
export async function countUnlockTry(userId: string, nowMs: number): Promise<number | undefined> {
  let counted: Tries | undefined;
  let waitMs = 0;
  const noted = await whereThereIsRoom(() => db.transaction('rw', db.accounts, async () => {
    const tries = uncounted.get(userId) ?? (await db.accounts.get(userId))?.tries ?? { count: 0, lastAtMs: 0 };
    waitMs = tryWaitMs(tries, FREE_TRIES, nowMs);
    if (waitMs > 0) return;
    counted = { count: tries.count + 1, lastAtMs: nowMs };
    await db.accounts.update(userId, { tries: counted });
  }));
  if (counted && noted) uncounted.delete(userId);
  else if (counted) uncounted.set(userId, counted);
  return waitMs > 0 ? nowMs + waitMs : undefined;
}

/** The password was right. */
export async function clearUnlockTries(userId: string): Promise<void> {
  uncounted.delete(userId);
  await whereThereIsRoom(() => db.accounts.update(userId, { tries: { count: 0, lastAtMs: 0 } }));
}

/** A full disk must not keep its owner out, nor the tablet open: what is noted here is worth less than that. Gives whether it was noted. */
async function whereThereIsRoom(write: () => PromiseLike<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (cause) {
    if (isDiskFull(cause)) return false;
    throw cause;
  }
}

export async function forgetAccount(userId: string): Promise<void> {
  await db.accounts.delete(userId);
}
