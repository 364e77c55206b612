import { newUuid } from '#core/ids.ts';
import type { AuthParams, Me } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { newDataKey, wrapDataKey } from '#client/storage/keys/dataKey.ts';
import { deriveKeys, type DerivedKeys } from '#client/storage/keys/deriveKeys.ts';
import { newDeviceKey } from '#client/storage/keys/deviceKey.ts';
import { hasPasskey, openByPasskey, passkeysWorkHere, type PasskeyError } from '#client/storage/keys/passkey.ts';
import { openByPassword, settleWrap } from '#client/storage/keys/passwordWraps.ts';
import { keepRecoveryWrap } from '#client/storage/keys/recoveryWrap.ts';
import { redeemTicket } from '#client/storage/keys/resumeTicket.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { clearUnlockTries, countUnlockTry, listAccounts, rememberAccount, type KnownAccount } from './accounts.ts';
import { openAccount, type Unlocked } from './openAccount.ts';
import { openDatabase, source, type OpenError, type UnlockError } from './openDatabase.ts';

/** Opens what is on the tablet with the password. Needs no network. About 0.5–2 s, most of it Argon2id. */
export async function unlockAccount(account: KnownAccount, password: string): Promise<Result<Unlocked, UnlockError>> {
  return openWithPassword(account, password, (keys) => keys);
}

/**
 * The server knows a newer password (`keys`) than the one that opens what is here: the earlier one opens it once more, and
 * from then on the newer one does.
 */
export async function unlockWithEarlier(account: KnownAccount, earlier: string, keys: DerivedKeys): Promise<Result<Unlocked, UnlockError>> {
  return openWithPassword(account, earlier, () => keys);
}

async function openWithPassword(account: KnownAccount, password: string, settleBy: (tried: DerivedKeys) => DerivedKeys): Promise<Result<Unlocked, UnlockError>> {
  const untilMs = await countUnlockTry(account.userId, source.nowMs());
  if (untilMs !== undefined) return err({ type: 'wait', untilMs });
  const keys = await deriveKeys(password, account);
  const opened = await openWith(account, keys, settleBy(keys));
  if (opened.ok) await clearUnlockTries(account.userId);
  return opened;
}

/** `settleBy`: the keys by which the data opens from then on; usually those that opened it. */
async function openWith(account: KnownAccount, keys: DerivedKeys, settleBy: DerivedKeys = keys): Promise<Result<Unlocked, UnlockError>> {
  const opened = await openDatabase(account);
  if (!opened.ok) return opened;
  const db = opened.value;
  const dataKey = await openByPassword(db, keys);
  if (typeof dataKey === 'string') {
    db.close();
    return err(dataKey === 'no-wrap' ? { type: 'storage-lost' } : { type: 'wrong-password', keys });
  }
  if (settleBy !== keys) await settleWrap(db, dataKey, settleBy);
  return ok(await openAccount({ db, dataKey, account, source, signInKey: settleBy.signInKey }));
}

/**
 * The first sign-in of a person on this tablet: makes the data key, the device's key pair and the database. Somebody who
 * is already here is simply unlocked.
 */
export async function createAccount(signedIn: { readonly params: AuthParams; readonly keys: DerivedKeys; readonly me: Me }): Promise<Result<Unlocked, UnlockError>> {
  const { params, keys, me } = signedIn;
  const account: KnownAccount = {
    userId: params.userId, installationId: params.installationId, email: me.email, name: me.person.name, code: me.person.code, lockedAtMs: undefined,
  };
  const opened = await openDatabase(account);
  if (!opened.ok) return opened;
  const db = opened.value;
  if (!(await db.vault.get('wrap'))) {
    const dataKey = await newDataKey();
    const wrapped = await wrapDataKey(dataKey, keys.wrapKey);
    const device = await newDeviceKey();
    const body = await rowCipher(dataKey).seal('vault', 'me', me);
    await keepRecoveryWrap(db, dataKey, me.person.id, me.recoveryKey);
    await db.transaction('rw', db.vault, async () => {
      await db.vault.bulkPut([
        { key: 'wrap', ...wrapped },
        { key: 'device', device: newUuid(source), ...device, letter: undefined },
        { key: 'me', body },
      ]);
    });
  }
  await rememberAccount(account);
  db.close();
  return openWith(account, keys);
}

/** Whether this person made a passkey on this tablet, and the browser can use one. */
export async function hasPasskeyHere(account: KnownAccount): Promise<boolean> {
  if (!(await passkeysWorkHere())) return false;
  const opened = await openDatabase(account);
  if (!opened.ok) return false;
  const has = await hasPasskey(opened.value);
  opened.value.close();
  return has;
}

/** Opens what is on the tablet by fingerprint, face or PIN. Needs no network; the session is not renewed by it. */
export async function unlockByPasskey(account: KnownAccount): Promise<Result<Unlocked, OpenError | PasskeyError>> {
  const opened = await openDatabase(account);
  if (!opened.ok) return opened;
  const dataKey = await openByPasskey(opened.value);
  if (!dataKey.ok) {
    opened.value.close();
    return dataKey;
  }
  await clearUnlockTries(account.userId);
  return ok(await openAccount({ db: opened.value, dataKey: dataKey.value, account, source, signInKey: undefined }));
}

/** After the camera killed the page: opens without a password, once, within 10 minutes. */
export async function resumeByTicket(): Promise<Unlocked | undefined> {
  for (const account of await listAccounts()) {
    const opened = await openDatabase(account);
    if (!opened.ok) continue;
    const dataKey = await redeemTicket(opened.value, source.nowMs());
    if (dataKey) return openAccount({ db: opened.value, dataKey, account, source, signInKey: undefined });
    opened.value.close();
  }
  return undefined;
}
