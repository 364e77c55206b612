import { StoreUnavailable } from './storeUnavailable.ts';
import { UnstorableText } from './unstorableText.ts';

/** Transactions that got into each other's way: the same again succeeds, or says what is wrong. */
export type Conflict = 'conflict' | 'already-there';

/** Codes: appendix A of the PostgreSQL manual. */
export function conflictOf(error: unknown): Conflict | undefined {
  const code = codeOf(error);
  // serialization_failure, deadlock_detected
  if (code === '40001' || code === '40P01') return 'conflict';
  // unique_violation: somebody else made the row since this transaction began, or the row is one too many.
  return code === '23505' ? 'already-there' : undefined;
}

/** The error as the rest of the server knows it. */
export function translated(error: unknown): unknown {
  const code = codeOf(error);
  if (code === '22021' || code === '22P05') return new UnstorableText('a text with NUL', { cause: error });
  if (isAway(code, error) || conflictOf(error) === 'conflict') return new StoreUnavailable('the database does not answer', { cause: error });
  return error;
}

const NO_CONNECTION: ReadonlySet<string> = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH',
  // statement_timeout; lock_timeout; idle_in_transaction_session_timeout; a standby after a fail-over
  '57014', '55P03', '25P03', '25006',
]);
/** What pg and its pool say without a code. */
const LOST = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

function isAway(code: string | undefined, error: unknown): boolean {
  // Classes 08 connection exception, 28 and 3D not let in, 53 insufficient resources, 57P operator intervention.
  if (code !== undefined) return NO_CONNECTION.has(code) || /^(08|28|3D|53|57P)/.test(code);
  return error instanceof Error && LOST.test(error.message);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
