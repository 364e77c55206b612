/**
 * The database does not answer now, or its writers are too many. Nothing of the transaction is stored; only where the connection was lost
 * during the commit itself all of it may be. The same request again is safe either way.
 */
export class StoreUnavailable extends Error {
  /** Read by `handleErrors`. */
  readonly statusCode = 503;
  override readonly name = 'StoreUnavailable';
}
