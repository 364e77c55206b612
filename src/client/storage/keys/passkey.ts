import { bytesOfText } from '#core/bytes.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Database } from '#client/storage/database/database.ts';
import { readStoredMe } from '#client/storage/people/readStoredMe.ts';
import { unwrapDataKey, wrapDataKey } from './dataKey.ts';

export type PasskeyError =
  /** The person, or the system's time limit, ended it. */
  | { readonly type: 'cancelled' }
  /** The platform made a passkey, but gives no secret with it, or not the same one twice. */
  | { readonly type: 'not-supported' }
  /** It was removed from the system's settings, or belongs to something else. */
  | { readonly type: 'does-not-open' };

const SECRET_BYTES = 32;

/** Whether to offer it at all: a platform authenticator, PRF (WebAuthn level 3), and an address that can have passkeys (no bare IP). */
export async function passkeysWorkHere(): Promise<boolean> {
  if (!('PublicKeyCredential' in window) || !window.isSecureContext || isIpAddress(window.location.hostname)) return false;
  if (!('getClientCapabilities' in PublicKeyCredential)) return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities();
  return capabilities['extension:prf'] === true && PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
}

export const hasPasskey = async (db: Database): Promise<boolean> => (await db.vault.get('passkey')) !== undefined;

export const removePasskey = (db: Database): Promise<void> => db.vault.delete('passkey');

/**
 * Makes a passkey on this device and wraps the data key by its secret; tried at once on a row that every account has. Never the
 * only way in: the password's own wrap is not touched. The server knows nothing of it.
 */
export async function enrolPasskey(db: Database, dataKey: CryptoKey, person: { readonly name: string; readonly email: string }): Promise<Result<void, PasskeyError>> {
  const salt = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  const made = await asked(() => navigator.credentials.create({
    publicKey: {
      rp: { name: 'Cotejo' },
      user: { id: crypto.getRandomValues(new Uint8Array(SECRET_BYTES)), name: person.email, displayName: person.name },
      // Nobody verifies it: the passkey opens, it does not sign in.
      challenge: crypto.getRandomValues(new Uint8Array(SECRET_BYTES)),
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }, { type: 'public-key', alg: -257 }],
      authenticatorSelection: { authenticatorAttachment: 'platform', userVerification: 'required', residentKey: 'preferred' },
      extensions: { prf: { eval: { first: salt } } },
    },
  }));
  if (!made.ok) return made;
  const prf = made.value.getClientExtensionResults().prf;
  if (prf?.enabled !== true) return err({ type: 'not-supported' });
  const credentialId = new Uint8Array(made.value.rawId);
  // Asked again: many platforms give the secret only now, and one that gives another than at the first time must not be trusted.
  const secret = await secretOf(credentialId, salt);
  if (!secret.ok) return secret;
  const first = prf.results?.first;
  if (first && !sameBytes(bytesOf(first), secret.value)) return err({ type: 'not-supported' });
  const by = await wrapKeyOf(secret.value);
  const wrapped = await wrapDataKey(dataKey, by);
  const opened = await unwrapDataKey(wrapped, by);
  if (!opened || (await readStoredMe(db, opened)).email !== person.email) return err({ type: 'not-supported' });
  await db.vault.put({ key: 'passkey', credentialId, salt, ...wrapped });
  return ok(undefined);
}

/** Asks the platform (fingerprint, face, PIN) and opens the data key. */
export async function openByPasskey(db: Database): Promise<Result<CryptoKey, PasskeyError>> {
  const row = await db.vault.get('passkey');
  if (row?.key !== 'passkey') return err({ type: 'does-not-open' });
  const secret = await secretOf(row.credentialId, row.salt);
  if (!secret.ok) return secret;
  const dataKey = await unwrapDataKey(row, await wrapKeyOf(secret.value));
  return dataKey ? ok(dataKey) : err({ type: 'does-not-open' });
}

async function secretOf(credentialId: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>): Promise<Result<Uint8Array<ArrayBuffer>, PasskeyError>> {
  const got = await asked(() => navigator.credentials.get({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(SECRET_BYTES)),
      allowCredentials: [{ type: 'public-key', id: credentialId, transports: ['internal'] }],
      userVerification: 'required',
      extensions: { prf: { eval: { first: salt } } },
    },
  }));
  if (!got.ok) return got;
  const first = got.value.getClientExtensionResults().prf?.results?.first;
  return first ? ok(bytesOf(first)) : err({ type: 'not-supported' });
}

async function asked(ask: () => Promise<Credential | null>): Promise<Result<PublicKeyCredential, PasskeyError>> {
  try {
    const credential = await ask();
    return credential instanceof PublicKeyCredential ? ok(credential) : err({ type: 'cancelled' });
  } catch (cause) {
    // One name for "no", "too late" and "there is no such passkey": the platform does not tell which.
    if (cause instanceof DOMException) return err({ type: cause.name === 'NotAllowedError' || cause.name === 'AbortError' ? 'cancelled' : 'not-supported' });
    throw cause;
  }
}

async function wrapKeyOf(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const hkdf = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new Uint8Array(bytesOfText('cotejo-passkey-1')) };
  return crypto.subtle.deriveKey(parameters, hkdf, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

const bytesOf = (source: BufferSource): Uint8Array<ArrayBuffer> =>
  new Uint8Array(source instanceof ArrayBuffer ? source.slice(0) : new Uint8Array(source.buffer, source.byteOffset, source.byteLength));

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

const isIpAddress = (host: string): boolean => /^\d{1,3}(\.\d{1,3}){3}$/.test(host) || host.startsWith('[');
