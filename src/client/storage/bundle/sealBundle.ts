import { FRAME_BYTES, frameNonce } from '#core/bundle/bundleFrames.ts';
import { encodeLength, encodePrologue, type BundleHeader } from '#core/bundle/bundleHeader.ts';
import { encodePart } from '#core/bundle/bundleParts.ts';
import type { BundlePart } from '#core/bundle/bundleContent.ts';
import type { BundleKeys } from './bundleKeys.ts';

/** Sealed frames that are gathered in memory before the browser takes them as one Blob, which it may keep on the disk. */
const FRAMES_IN_MEMORY = 8;

export type SealOptions = {
  /** Plain bytes sealed so far. */
  readonly onProgress?: (bytes: number) => void;
  /** Only tests choose. */
  readonly frameBytes?: number;
};

/** Writes a bundle as it is read: at no moment more than a few frames of it lie in memory. */
export async function sealBundle(
  header: BundleHeader, keys: BundleKeys, parts: AsyncIterable<BundlePart>, { onProgress = () => undefined, frameBytes = FRAME_BYTES }: SealOptions = {},
): Promise<Blob> {
  const prologue = encodePrologue(header, keys.check);
  const additionalData = new Uint8Array(prologue.hash);
  const sealed: Blob[] = [];
  let gathered: ArrayBuffer[] = [];
  let frame = new Uint8Array(frameBytes);
  let filled = 0;
  let index = 0;
  let framesBytes = 0;

  const sealFrame = async (last: boolean): Promise<void> => {
    const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: frameNonce(index, last), additionalData }, keys.frames, frame.subarray(0, filled));
    framesBytes += cipher.byteLength;
    index += 1;
    gathered.push(cipher);
    if (gathered.length >= FRAMES_IN_MEMORY || last) {
      sealed.push(new Blob(gathered));
      gathered = [];
    }
    onProgress((index - 1) * frameBytes + filled);
    frame = new Uint8Array(last ? 0 : frameBytes);
    filled = 0;
  };

  for await (const part of parts) {
    const bytes = encodePart(part);
    for (let at = 0; at < bytes.length; ) {
      // A full frame waits for one more byte: only then it is known not to be the last.
      if (filled === frameBytes) await sealFrame(false);
      const taken = Math.min(frameBytes - filled, bytes.length - at);
      frame.set(bytes.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
    }
  }
  await sealFrame(true);
  return new Blob([new Uint8Array(prologue.bytes), new Uint8Array(encodeLength(framesBytes)), ...sealed], { type: 'application/octet-stream' });
}
