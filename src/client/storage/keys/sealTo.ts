import type { SealedBox } from '#core/protocol/identityWire.ts';
import { base64url, bytesOfBase64url } from './base64url.ts';

const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const;
const IV_BYTES = 12;

export type SealingPair = {
  /** Cannot be extracted: an answer opens on this tablet only. */
  readonly privateKey: CryptoKey;
  /** SPKI, base64url. */
  readonly publicKey: string;
};

export async function newSealingPair(): Promise<SealingPair> {
  const pair = await crypto.subtle.generateKey(ECDH, false, ['deriveBits']);
  return { privateKey: pair.privateKey, publicKey: base64url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))) };
}

/** Seals bytes to a public key, for this context only. The server's counterpart is `server/recovery/boxes.ts`. */
export async function sealTo(publicKey: string, context: Uint8Array, plain: Uint8Array): Promise<SealedBox> {
  const ephemeral = await newSealingPair();
  const key = await boxKey(ephemeral.privateKey, publicKey, context);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const cipher = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(plain)));
  const box = new Uint8Array(IV_BYTES + cipher.length);
  box.set(iv);
  box.set(cipher, IV_BYTES);
  return { ephemeral: ephemeral.publicKey, box: base64url(box) };
}

/** `undefined`: sealed to another key, for another context, or changed. */
export async function openSealed(privateKey: CryptoKey, context: Uint8Array, { ephemeral, box }: SealedBox): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const key = await boxKey(privateKey, ephemeral, context);
    const bytes = bytesOfBase64url(box);
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes.slice(0, IV_BYTES) }, key, bytes.slice(IV_BYTES)));
  } catch (cause) {
    if (cause instanceof DOMException) return undefined;
    throw cause;
  }
}

async function boxKey(privateKey: CryptoKey, publicKey: string, context: Uint8Array): Promise<CryptoKey> {
  const theirs = await crypto.subtle.importKey('spki', bytesOfBase64url(publicKey), ECDH, false, []);
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256);
  const hkdf = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new Uint8Array(context) };
  return crypto.subtle.deriveKey(parameters, hkdf, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}
