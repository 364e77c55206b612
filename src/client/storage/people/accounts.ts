import { Dexie, type Table } from 'dexie';

/** Somebody who has signed in on this tablet. Only this is readable without a password. */
export type KnownAccount = {
  readonly userId: string;
  readonly installationId: string;
  readonly email: string;
  readonly name: string;
  readonly code: string;
  /** When it was last locked, ms; shown on the unlock screen. */
  readonly lockedAtMs: number | undefined;
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

export async function forgetAccount(userId: string): Promise<void> {
  await db.accounts.delete(userId);
}
