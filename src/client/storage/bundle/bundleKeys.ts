import { bytesOfHex, bytesOfText } from '#core/bytes.ts';
import { CHECK_BYTES } from '#core/bundle/bundleHeader.ts';

/** The two keys of one file: one seals its frames, the other proves that the secret is the right one. */
export type BundleKeys = { readonly frames: CryptoKey; readonly check: Uint8Array };

/** From a visit key, what Argon2id made of a passphrase, or a shared ECDH secret; the header's salt makes them this file's own. */
export async function bundleKeys(secret: Uint8Array, saltHex: string): Promise<BundleKeys> {
  const base = await crypto.subtle.importKey('raw', new Uint8Array(secret), 'HKDF', false, ['deriveBits', 'deriveKey']);
  const hkdf = (info: string): HkdfParams => ({
    name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(bytesOfHex(saltHex)), info: new Uint8Array(bytesOfText(info)),
  });
  return {
    frames: await crypto.subtle.deriveKey(hkdf('cotejo-bundle-1 frames'), base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    check: new Uint8Array(await crypto.subtle.deriveBits(hkdf('cotejo-bundle-1 check'), base, CHECK_BYTES * 8)),
  };
}
