/** The bytes of files cannot be written or read now: no room, or no answer from the object store. The same request again is safe. */
export class FilesUnavailable extends Error {
  /** Read by `handleErrors`. */
  readonly statusCode = 503;
  override readonly name = 'FilesUnavailable';
}
