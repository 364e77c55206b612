import { bytesOfText, hexOf } from '#core/bytes.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import type { AuthParams } from '#core/protocol/wire.ts';
import { argon2InWorker } from './argon2InWorker.ts';

/** One secret, two keys. Only the first ever leaves the tablet. */
export type DerivedKeys = {
  /** Hex, 32 bytes: proves the password to the server. */
  readonly signInKey: string;
  /** Wraps the data key of this tablet. Not extractable. */
  readonly wrapKey: CryptoKey;
};

/** Argon2id: 64 MiB, t = 3, p = 1, 32 bytes (design.md). 0.5 s on a desktop, about 2 s on a tablet. */
export type Argon2 = (password: string, salt: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>;

export async function deriveKeys(password: string, params: AuthParams, argon2: Argon2 = argon2InWorker): Promise<DerivedKeys> {
  const salt = sha256(bytesOfText(`cotejo-1${params.installationId}${params.userId}`));
  const secret = await crypto.subtle.importKey('raw', await argon2(password.normalize('NFC'), salt), 'HKDF', false, ['deriveBits', 'deriveKey']);
  const hkdf = (info: string): HkdfParams => ({
    name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new Uint8Array(bytesOfText(info)),
  });
  return {
    signInKey: hexOf(new Uint8Array(await crypto.subtle.deriveBits(hkdf('sign-in'), secret, 256))),
    wrapKey: await crypto.subtle.deriveKey(hkdf('wrap'), secret, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']),
  };
}
