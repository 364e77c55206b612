import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/** Whether a P-256 key (SPKI, base64url) signed the text: ECDSA with SHA-256, r‖s, base64url. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = readPublicKey(publicKey);
  if (!key) return false;
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

/** Reading a key costs as much as checking a signature, and a tablet pushes many times. */
const KEYS_REMEMBERED = 1_000;
const remembered = new Map<string, KeyObject | undefined>();

/** A P-256 public key, or nothing where the text is not one. */
export function readPublicKey(spki: string): KeyObject | undefined {
  if (remembered.has(spki)) return remembered.get(spki);
  if (remembered.size >= KEYS_REMEMBERED) remembered.clear();
  const key = parsePublicKey(spki);
  remembered.set(spki, key);
  return key;
}

function parsePublicKey(spki: string): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64url'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1' ? key : undefined;
  } catch {
    return undefined;
  }
}
