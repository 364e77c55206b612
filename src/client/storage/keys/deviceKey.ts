import { bytesOfText } from '#core/bytes.ts';
import { batchText } from '#core/protocol/wire.ts';
import { base64url, bytesOfBase64url } from './base64url.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

export type DeviceKeyPair = {
  /** Cannot be extracted: a copied database cannot sign elsewhere. */
  readonly privateKey: CryptoKey;
  /** SPKI, base64url. */
  readonly publicKey: string;
};

export async function newDeviceKey(): Promise<DeviceKeyPair> {
  const pair = await crypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const spki = await crypto.subtle.exportKey('spki', pair.publicKey);
  return { privateKey: pair.privateKey, publicKey: base64url(new Uint8Array(spki)) };
}

/** One signature over the list of a batch's hashes: r‖s, base64url. */
export async function signBatch(privateKey: CryptoKey, hashes: readonly string[]): Promise<string> {
  const text = new Uint8Array(bytesOfText(batchText(hashes)));
  return base64url(new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, text)));
}

/** Whether the device with this public key (SPKI, base64url) signed the list. */
export async function isBatchSignedBy(publicKey: string, hashes: readonly string[], signature: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('spki', bytesOfBase64url(publicKey), P256, false, ['verify']);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytesOfBase64url(signature), new Uint8Array(bytesOfText(batchText(hashes))));
  } catch (cause) {
    // What is no key or no base64 proves nothing.
    if (cause instanceof DOMException || cause instanceof TypeError) return false;
    throw cause;
  }
}
