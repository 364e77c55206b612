import type { IdSource } from '#core/ids.ts';
import { err, ok, type Result } from '#core/result.ts';
import { databaseName, describeDatabase, NewerDatabaseError, refuseNewerDatabase, type Database } from '#client/storage/database/database.ts';
import type { DerivedKeys } from '#client/storage/keys/deriveKeys.ts';
import type { KnownAccount } from './accounts.ts';

export type UnlockError =
  | OpenError
  /** `keys`: what was tried. The server may know it: then it is a newer password than the one here. */
  | { readonly type: 'wrong-password'; readonly keys: DerivedKeys }
  /** Too many wrong ones: until then, ms since 1970, none is tried. */
  | { readonly type: 'wait'; readonly untilMs: number };

export type OpenError =
  /** A newer build of the app has been here: this one must not touch the data. */
  | { readonly type: 'newer-database' }
  /** The browser does not give its database (private window, broken profile), or the account's data is gone from it. */
  | { readonly type: 'storage-lost' };

export const source: IdSource = {
  nowMs: () => Date.now(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
};

/** The database of one person of one installation on this tablet, made where it is not there yet. */
export async function openDatabase(account: Pick<KnownAccount, 'installationId' | 'userId'>): Promise<Result<Database, OpenError>> {
  const name = databaseName(account.installationId, account.userId);
  const db = describeDatabase(name);
  try {
    await refuseNewerDatabase(name);
    await db.open();
    return ok(db);
  } catch (cause) {
    db.close();
    const inner = cause instanceof Error && 'inner' in cause ? cause.inner : cause;
    const isNewer = [cause, inner].some((error) => error instanceof NewerDatabaseError || (error instanceof Error && error.name === 'VersionError'));
    return err({ type: isNewer ? 'newer-database' : 'storage-lost' });
  }
}
