import { err, ok, type Result } from '#core/result.ts';
import type { Database } from './database.ts';

export type StorageError = { readonly type: 'disk-full' } | { readonly type: 'storage-lost' };

const REOPENINGS = 3;

/** Databases that were let go of on purpose: at a lock, or for a newer build. */
const letGo = new WeakSet<Database>();

/** Closes so that no write that comes late opens it again: the keys should be gone by then. */
export function closeForGood(db: Database): void {
  letGo.add(db);
  db.close();
}

/**
 * Runs a write until it is durable. A full disk is an answer. A lost connection (iOS, after the camera or in the background)
 * is mended by closing, opening and running again, up to three times: `write` must be idempotent, which puts by id are.
 */
export async function durably<T>(db: Database, write: () => Promise<T>): Promise<Result<T, StorageError>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return ok(await write());
    } catch (cause) {
      if (isDiskFull(cause)) return err({ type: 'disk-full' });
      if (!isConnectionLost(cause)) throw cause;
      if (attempt >= REOPENINGS || letGo.has(db) || !(await reopen(db))) return err({ type: 'storage-lost' });
    }
  }
}

/** Whether it opened: a newer build may have taken the database over meanwhile. */
async function reopen(db: Database): Promise<boolean> {
  db.close();
  try {
    await db.open();
    return true;
  } catch (cause) {
    if (cause instanceof Error) return false;
    throw cause;
  }
}

/** Errors are read at the level of the transaction: Dexie wraps what the browser said in `inner`. */
export function isDiskFull(cause: unknown): boolean {
  return namesOf(cause).some((name) => name === 'QuotaExceededError');
}

function isConnectionLost(cause: unknown): boolean {
  return namesOf(cause).some((name) => ['DatabaseClosedError', 'InvalidStateError', 'UnknownError', 'TimeoutError'].includes(name));
}

function namesOf(cause: unknown): readonly string[] {
  const names: string[] = [];
  for (let error: unknown = cause; error instanceof Error && names.length < 5; error = innerOf(error)) names.push(error.name);
  if (cause instanceof DOMException) names.push(cause.name);
  return names;
}

function innerOf(error: Error): unknown {
  return 'inner' in error ? error.inner : error.cause;
}
