import { bytesOfText } from '#core/bytes.ts';
import { batchText } from '#core/protocol/wire.ts';

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

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
