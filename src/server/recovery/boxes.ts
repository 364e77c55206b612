import { createCipheriv, createDecipheriv, createECDH, createPublicKey, type ECDH, hkdfSync, randomBytes } from 'node:crypto';
import type { SealedBox } from '#core/protocol/identityWire.ts';

const CURVE = 'prime256v1';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** What stands in front of the uncompressed point in the SPKI of a P-256 key (RFC 5480). */
const SPKI_HEAD = Buffer.from('3059301306072a8648ce3d020106082a8648ce3d030107034200', 'hex');

/** The public half of a P-256 private key (32 bytes), as SPKI in base64url. Throws where the bytes are no key. */
export function publicKeyOf(privateKey: Uint8Array): string {
  const ecdh = createECDH(CURVE);
  ecdh.setPrivateKey(privateKey);
  return spkiOf(ecdh);
}

/** Seals bytes to a public key (SPKI, base64url), for this context only. The tablet's counterpart is `client/storage/keys/sealTo.ts`. */
export function sealBox(publicKey: string, context: Uint8Array, plain: Uint8Array): SealedBox {
  const ephemeral = createECDH(CURVE);
  ephemeral.generateKeys();
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(ephemeral, publicKey, context), iv);
  const box = Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { ephemeral: spkiOf(ephemeral), box: box.toString('base64url') };
}

/** Nothing where the box was sealed to another key, for another context, or changed. */
export function openBox(privateKey: Uint8Array, context: Uint8Array, { ephemeral, box }: SealedBox): Uint8Array | undefined {
  const ecdh = createECDH(CURVE);
  const bytes = Buffer.from(box, 'base64url');
  try {
    ecdh.setPrivateKey(privateKey);
    const decipher = createDecipheriv('aes-256-gcm', keyOf(ecdh, ephemeral, context), bytes.subarray(0, IV_BYTES));
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch (cause) {
    // OpenSSL says every one of these with an Error of its own kind.
    if (cause instanceof Error) return undefined;
    throw cause;
  }
}

function keyOf(own: ECDH, theirs: string, context: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', own.computeSecret(pointOf(theirs)), new Uint8Array(0), context, 32));
}

function pointOf(spki: string): Uint8Array {
  const bytes = Buffer.from(spki, 'base64url');
  // Checks that it is a point of the curve.
  createPublicKey({ key: bytes, format: 'der', type: 'spki' });
  return bytes.subarray(SPKI_HEAD.length);
}

const spkiOf = (ecdh: ECDH): string => Buffer.concat([SPKI_HEAD, ecdh.getPublicKey()]).toString('base64url');
