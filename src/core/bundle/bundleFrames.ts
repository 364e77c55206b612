import { err, ok, type Result } from '#core/result.ts';
import type { BundleError } from './bundleError.ts';

/** Plain bytes of a frame; the last one may be shorter, never empty. */
export const FRAME_BYTES = 1024 * 1024;
/** What AES-GCM adds to each. */
const TAG_BYTES = 16;
/** The counter in the nonce has 32 bits: 4,096 TiB. */
const MOST_FRAMES = 2 ** 32;

/**
 * The nonce of a frame: seven zeros, its number, and whether it is the last (STREAM, Hoang, Reyhanitabar, Rogaway and Vizár 2015). The key
 * is the file's own, so a number is never used twice; a frame that was moved, repeated, or that became the last one does not open.
 */
export function frameNonce(index: number, last: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, index);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

export type FrameRange = { readonly index: number; readonly from: number; readonly to: number; readonly last: boolean };

/** Where the sealed frames lie in a file whose frames begin at `start` and should take `framesBytes`. Every frame but the last is full. */
export function frameRanges(start: number, framesBytes: number, fileBytes: number, frameBytes: number = FRAME_BYTES): Result<readonly FrameRange[], BundleError> {
  if (fileBytes < start + framesBytes) return err({ type: 'cut' });
  const sealed = frameBytes + TAG_BYTES;
  const count = Math.ceil(framesBytes / sealed);
  const lastBytes = framesBytes - (count - 1) * sealed;
  if (fileBytes > start + framesBytes || count < 1 || count > MOST_FRAMES || lastBytes <= TAG_BYTES) return err({ type: 'damaged' });
  return ok(Array.from({ length: count }, (_, index): FrameRange => {
    const from = start + index * sealed;
    return { index, from, to: Math.min(from + sealed, fileBytes), last: index === count - 1 };
  }));
}
