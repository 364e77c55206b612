import * as v from 'valibot';
import { sha256OfText } from '#core/bytes.ts';
import { newUuid } from '#core/ids.ts';
import { answerContext, requestCode } from '#core/people/recoveryShare.ts';
import { recoveryAnswer, type RecoveryRequest, type SealedBox } from '#core/protocol/identityWire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Database } from '#client/storage/database/database.ts';
import { base64url, bytesOfBase64url } from '#client/storage/keys/base64url.ts';
import { importDataKey } from '#client/storage/keys/dataKey.ts';
import type { DerivedKeys } from '#client/storage/keys/deriveKeys.ts';
import { addNextWrap, settleWrap } from '#client/storage/keys/passwordWraps.ts';
import { newSealingPair, openSealed } from '#client/storage/keys/sealTo.ts';
import { clearUnlockTries, type KnownAccount } from './accounts.ts';
import { openAccount, type Unlocked } from './openAccount.ts';
import { openDatabase, source, type OpenError } from './openDatabase.ts';
import { readStoredMe } from './readStoredMe.ts';

/** How a locked tablet stands with a forgotten password. */
export type RecoveryStanding =
  /** It never met a recovery key. */
  | { readonly type: 'impossible' }
  | { readonly type: 'possible' }
  | { readonly type: 'asked'; readonly asked: AskedRecovery };

export type AskedRecovery = {
  readonly request: RecoveryRequest;
  /** Proves to the server that this tablet asked. */
  readonly token: string;
  /** What the person reads out to whoever answers. */
  readonly code: string;
};

/** What two people's answer gives back: the key of what is here, and a code for a new password. */
export type OpenedAnswer = { readonly dataKey: CryptoKey; readonly joinCode: string };

type OrLost<T> = Promise<Result<T, OpenError>>;

export const recoveryStanding = (account: KnownAccount): OrLost<RecoveryStanding> => withDatabase(account, async (db) => {
  const [wrap, row] = await Promise.all([db.vault.get('recovery'), db.vault.get('recovery-request')]);
  if (row?.key === 'recovery-request') return { type: 'asked', asked: askedOf(row.request, row.token) };
  return { type: wrap?.key === 'recovery' ? 'possible' : 'impossible' };
});

/** Writes the request down before it is sent: whatever happens on the way, this tablet can fetch the answer. */
export const beginRecovery = (account: KnownAccount): OrLost<AskedRecovery | undefined> => withDatabase(account, async (db) => {
  const [wrap, device] = await Promise.all([db.vault.get('recovery'), db.vault.get('device')]);
  if (wrap?.key !== 'recovery' || device?.key !== 'device') return undefined;
  const { privateKey, publicKey } = await newSealingPair();
  const token = base64url(source.randomBytes(32));
  const request: RecoveryRequest = {
    id: newUuid(source), userId: account.userId, device: device.device, keyId: wrap.keyId, sealed: wrap.sealed, answerKey: publicKey, tokenHash: sha256OfText(token),
  };
  await db.vault.put({ key: 'recovery-request', request, token, privateKey });
  return askedOf(request, token);
});

export const forgetRecovery = (account: KnownAccount): OrLost<void> => withDatabase(account, (db) => db.vault.delete('recovery-request'));

/** `undefined`: the box is not for this request, or what is in it does not open what is here. */
export const openAnswer = (account: KnownAccount, sealed: SealedBox): OrLost<OpenedAnswer | undefined> => withDatabase(account, async (db) => {
  const row = await db.vault.get('recovery-request');
  if (row?.key !== 'recovery-request') return undefined;
  const plain = await openSealed(row.privateKey, answerContext(row.request.id), sealed);
  if (!plain) return undefined;
  const { dataKey: raw, joinCode } = v.parse(recoveryAnswer, JSON.parse(new TextDecoder().decode(plain)));
  const dataKey = await importDataKey(bytesOfBase64url(raw));
  return (await opensWhatIsHere(db, dataKey)) ? { dataKey, joinCode } : undefined;
});

/** Before the server takes the new password: from here on it opens what is here. */
export const prepareRecovered = (account: KnownAccount, dataKey: CryptoKey, keys: DerivedKeys): OrLost<void> => withDatabase(account, (db) => addNextWrap(db, dataKey, keys));

/** The server has taken it: opens everything as it was left, with the new password from now on. */
export async function openRecovered(account: KnownAccount, dataKey: CryptoKey, keys: DerivedKeys): OrLost<Unlocked> {
  const opened = await openDatabase(account);
  if (!opened.ok) return opened;
  const db = opened.value;
  await settleWrap(db, dataKey, keys);
  await db.vault.delete('recovery-request');
  await clearUnlockTries(account.userId);
  return ok(await openAccount({ db, dataKey, account, source, signInKey: keys.signInKey }));
}

const askedOf = (request: RecoveryRequest, token: string): AskedRecovery => ({ request, token, code: requestCode(request.id, request.answerKey) });

/** The profile is the row that every account has. */
async function opensWhatIsHere(db: Database, dataKey: CryptoKey): Promise<boolean> {
  try {
    await readStoredMe(db, dataKey);
    return true;
  } catch (cause) {
    if (cause instanceof DOMException) return false;
    throw cause;
  }
}

async function withDatabase<T>(account: KnownAccount, work: (db: Database) => Promise<T>): OrLost<T> {
  const opened = await openDatabase(account);
  if (!opened.ok) return err(opened.error);
  try {
    return ok(await work(opened.value));
  } finally {
    opened.value.close();
  }
}
