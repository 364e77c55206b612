import type { BundlePart } from '#core/bundle/bundleContent.ts';
import type { BundleError } from '#core/bundle/bundleError.ts';
import { FRAME_BYTES, frameNonce, frameRanges } from '#core/bundle/bundleFrames.ts';
import { LONGEST_PROLOGUE_BYTES, readPrologue, sameBytes, type BundleHeader, type Prologue } from '#core/bundle/bundleHeader.ts';
import { partReader } from '#core/bundle/bundleParts.ts';
import { err, type Result } from '#core/result.ts';
import type { BundleKeys } from './bundleKeys.ts';

/** What a file says before it is opened: with which kind of key. */
export async function readBundleHeader(file: Blob): Promise<Result<Prologue, BundleError>> {
  return readPrologue(await bytesOf(file, 0, LONGEST_PROLOGUE_BYTES));
}

/**
 * Reads a file frame by frame and hands over its parts in their order. After an error nothing that was handed over may be
 * kept: only `ok` says that the file is whole, to its last byte.
 */
export async function readBundle(
  file: Blob, prologue: Prologue, keys: BundleKeys, take: (part: BundlePart) => Promise<Result<void, BundleError>>, frameBytes: number = FRAME_BYTES,
): Promise<Result<void, BundleError>> {
  if (!sameBytes(keys.check, prologue.check)) return err(wrongSecret(prologue.header));
  const ranges = frameRanges(prologue.framesAt, prologue.framesBytes, file.size, frameBytes);
  if (!ranges.ok) return ranges;
  const reader = partReader();
  for (const { index, from, to, last } of ranges.value) {
    const plain = await openFrame(keys.frames, new Uint8Array(prologue.hash), index, last, await bytesOf(file, from, to));
    if (!plain) return err({ type: 'damaged' });
    const parts = reader.push(plain);
    if (!parts.ok) return parts;
    for (const part of parts.value) {
      const taken = await take(part);
      if (!taken.ok) return taken;
    }
  }
  return reader.end();
}

const wrongSecret = ({ key }: BundleHeader): BundleError => (key.kind === 'passphrase' ? { type: 'wrong-passphrase' } : { type: 'damaged' });

async function openFrame(key: CryptoKey, additionalData: Uint8Array<ArrayBuffer>, index: number, last: boolean, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: frameNonce(index, last), additionalData }, key, sealed));
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'OperationError') return undefined;
    throw cause;
  }
}

async function bytesOf(file: Blob, from: number, to: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await file.slice(from, to).arrayBuffer());
}
