/** PostgreSQL keeps no text with the character NUL, which SQLite does. No tablet writes one. */
export class UnstorableText extends Error {
  /** Read by `handleErrors`. */
  readonly statusCode = 400;
  override readonly name = 'UnstorableText';
}
