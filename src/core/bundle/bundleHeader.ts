import * as v from 'valibot';
import { bytesOfText, sha256OfBytes, bytesOfHex } from '#core/bytes.ts';
import { isUuid } from '#core/ids.ts';
import { canonicalJson } from '#core/json.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { BundleError } from './bundleError.ts';
import { jsonOfBytes } from './jsonOfBytes.ts';

/** The format that this build writes and reads; a later one is refused in words. */
export const BUNDLE_VERSION = 1;

/** `\x89`, so that no text file begins alike; the line feed shows a transfer that "mended" line ends. */
const MAGIC = Uint8Array.of(0x89, 0x43, 0x4f, 0x54, 0x45, 0x4a, 0x4f, 0x0a);
const LONGEST_HEADER_BYTES = 4_096;
export const CHECK_BYTES = 32;
const HASH_BYTES = 32;
const LENGTH_BYTES = 8;
/** Magic, version, length of the header. */
const FIXED_BYTES = MAGIC.length + 2 + 4;

/** What must be read before the header's length is known, and at most. */
export const LONGEST_PROLOGUE_BYTES = FIXED_BYTES + LONGEST_HEADER_BYTES + CHECK_BYTES + HASH_BYTES + LENGTH_BYTES;

const hex = (bytes: number) => v.pipe(v.string(), v.regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`)));

/** Argon2id as for the password: 64 MiB, three rounds. Written down so that a later format may ask for more. */
const argon2 = v.strictObject({ memoryKiB: v.literal(65_536), iterations: v.literal(3), parallelism: v.literal(1), salt: hex(16) });

const bundleHeader = v.strictObject({
  key: v.variant('kind', [
    /** Under the visit's own key; only its opaque id is said. */
    v.strictObject({ kind: v.literal('visit'), id: v.pipe(v.string(), v.check(isUuid)) }),
    v.strictObject({ kind: v.literal('passphrase'), argon2 }),
    /** ECDH P-256 with the installation's recovery key; both points as SPKI in base64url. */
    v.strictObject({ kind: v.literal('recovery'), recoveryKey: v.pipe(v.string(), v.maxLength(200)), ephemeralKey: v.pipe(v.string(), v.maxLength(200)) }),
  ]),
  /** Makes the keys of this file its own, whatever the secret. */
  salt: hex(32),
});
export type BundleHeader = v.InferOutput<typeof bundleHeader>;

/** The beginning of a file. `check` proves the right secret; the hash tells a wrong secret from a damaged file. */
export function encodePrologue(header: BundleHeader, check: Uint8Array): { readonly bytes: Uint8Array; readonly hash: Uint8Array } {
  const json = bytesOfText(canonicalJson(header));
  if (json.length > LONGEST_HEADER_BYTES || check.length !== CHECK_BYTES) throw new Error('a header that no reader would take');
  const bytes = new Uint8Array(FIXED_BYTES + json.length + CHECK_BYTES + HASH_BYTES);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC);
  view.setUint16(MAGIC.length, BUNDLE_VERSION);
  view.setUint32(MAGIC.length + 2, json.length);
  bytes.set(json, FIXED_BYTES);
  bytes.set(check, FIXED_BYTES + json.length);
  const hash = hashOf(bytes.subarray(0, -HASH_BYTES));
  bytes.set(hash, bytes.length - HASH_BYTES);
  return { bytes, hash };
}

/** Follows the prologue: how many bytes of frames there are. Known last, so in no hash; it tells a cut copy from a damaged one. */
export function encodeLength(framesBytes: number): Uint8Array {
  const bytes = new Uint8Array(LENGTH_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(framesBytes));
  return bytes;
}

export type Prologue = {
  readonly header: BundleHeader;
  readonly check: Uint8Array;
  /** Of everything before the frames; every frame names it, so that a header cannot be put before other frames. */
  readonly hash: Uint8Array;
  /** Where the frames begin, and how many bytes of them there should be. */
  readonly framesAt: number;
  readonly framesBytes: number;
};

/** Reads the beginning of a file, at least `LONGEST_PROLOGUE_BYTES` of it or all there is. */
export function readPrologue(start: Uint8Array): Result<Prologue, BundleError> {
  if (start.length < MAGIC.length || !MAGIC.every((byte, at) => byte === start[at])) return err({ type: 'not-a-bundle' });
  if (start.length < FIXED_BYTES) return err({ type: 'cut' });
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  if (view.getUint16(MAGIC.length) > BUNDLE_VERSION) return err({ type: 'newer-format' });
  const jsonBytes = view.getUint32(MAGIC.length + 2);
  if (jsonBytes > LONGEST_HEADER_BYTES) return err({ type: 'damaged' });
  const sizeBytes = FIXED_BYTES + jsonBytes + CHECK_BYTES + HASH_BYTES;
  if (start.length < sizeBytes + LENGTH_BYTES) return err({ type: 'cut' });
  const hash = start.slice(sizeBytes - HASH_BYTES, sizeBytes);
  if (!sameBytes(hash, hashOf(start.subarray(0, sizeBytes - HASH_BYTES)))) return err({ type: 'damaged' });
  const header = v.safeParse(bundleHeader, jsonOfBytes(start.subarray(FIXED_BYTES, FIXED_BYTES + jsonBytes)));
  // Whole, and yet not one that this build knows: of a build that has a kind of key more.
  if (!header.success) return err({ type: 'newer-format' });
  return ok({
    header: header.output, check: start.slice(sizeBytes - HASH_BYTES - CHECK_BYTES, sizeBytes - HASH_BYTES), hash,
    framesAt: sizeBytes + LENGTH_BYTES, framesBytes: Number(view.getBigUint64(sizeBytes)),
  });
}

const hashOf = (bytes: Uint8Array): Uint8Array => bytesOfHex(sha256OfBytes(bytes));

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);
