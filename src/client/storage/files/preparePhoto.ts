import { sha256OfBytes } from '#core/bytes.ts';
import { MAX_FILE_BYTES } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';

/** A photo made ready: two JPEGs without any metadata (no position, no camera, no clock), upright. */
export type PreparedPhoto = {
  readonly working: PhotoFile;
  readonly thumb: PhotoFile;
  /** SHA-256 of the bytes as they came, for the audit. */
  readonly capturedSha256: string;
  /** Of the working copy, pixels. */
  readonly width: number;
  readonly height: number;
  readonly sizeBytes: number;
};

export type PhotoFile = { readonly sha256: string; readonly bytes: Uint8Array };

export type PhotoError = { readonly type: 'not-a-photo' } | { readonly type: 'too-large'; readonly sizeBytes: number };

/** Longest side of the working copy (about 0.35 MB) and of the thumbnail (about 20 kB), pixels. */
const WORKING_PX = 2_048;
const THUMB_PX = 320;

/** Draws the picture anew: orientation is applied, and whatever else the file carried (GPS) is left behind. */
export async function preparePhoto(file: Blob): Promise<Result<PreparedPhoto, PhotoError>> {
  if (file.size > MAX_FILE_BYTES) return err({ type: 'too-large', sizeBytes: file.size });
  const bitmap = await decode(file);
  if (!bitmap) return err({ type: 'not-a-photo' });
  try {
    const captured = new Uint8Array(await file.arrayBuffer());
    const working = await redraw(bitmap, WORKING_PX, 0.82);
    const thumb = await redraw(bitmap, THUMB_PX, 0.7);
    return ok({
      working: { sha256: sha256OfBytes(working.bytes), bytes: working.bytes },
      thumb: { sha256: sha256OfBytes(thumb.bytes), bytes: thumb.bytes },
      capturedSha256: sha256OfBytes(captured),
      width: working.width,
      height: working.height,
      sizeBytes: working.bytes.length,
    });
  } finally {
    bitmap.close();
  }
}

/** `undefined`: the browser cannot read it as a picture. */
async function decode(file: Blob): Promise<ImageBitmap | undefined> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (cause) {
    if (cause instanceof DOMException) return undefined;
    throw cause;
  }
}

async function redraw(bitmap: ImageBitmap, longestPx: number, quality: number): Promise<{ bytes: Uint8Array; width: number; height: number }> {
  const scale = Math.min(1, longestPx / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * scale));
  const height = Math.max(1, Math.round(bitmap.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  // A transparent picture would turn black as a JPEG.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  if (!blob) throw new Error('the canvas gave no picture');
  return { bytes: new Uint8Array(await blob.arrayBuffer()), width, height };
}
