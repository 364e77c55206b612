import type { FieldValues } from '#core/op/op.ts';
import type { PreparedPhoto } from '#client/storage/files/preparePhoto.ts';

/** What every record of a picture says of its two files. `takenAtMs`: when the picture came to this device, ms since 1970. */
export const photoFields = (photo: PreparedPhoto, takenAtMs: number): FieldValues => ({
  workingFile: photo.working.sha256,
  thumbFile: photo.thumb.sha256,
  capturedSha256: photo.capturedSha256,
  width: photo.width,
  height: photo.height,
  sizeBytes: photo.sizeBytes,
  takenAt: new Date(takenAtMs).toISOString(),
});
