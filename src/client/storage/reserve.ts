import { ok, type Result } from '#core/result.ts';
import { durably, type StorageError } from './database/durable.ts';
import type { Database } from './database/database.ts';

const PIECE_BYTES = 1024 * 1024;
const PIECES = 50;
/** Freed at once when a text meets a full disk: room for thousands of notes. */
const PIECES_TO_FREE = 5;

export const RESERVE_BYTES = PIECE_BYTES * PIECES;

/**
 * Writes the 50 MB reserve, of noise that cannot be compressed away: what the browser promises (`estimate()`) is a guess,
 * what is written is there. A text write that meets a full disk frees part of it.
 */
export async function writeReserve(db: Database, onProgress: (bytes: number) => void): Promise<Result<void, StorageError>> {
  for (let pieces = await db.reserve.count(); pieces < PIECES; pieces++) {
    onProgress(pieces * PIECE_BYTES);
    const noise = new Uint8Array(PIECE_BYTES);
    // `getRandomValues` gives at most 64 KiB at a time.
    for (let at = 0; at < PIECE_BYTES; at += 65_536) crypto.getRandomValues(noise.subarray(at, at + 65_536));
    const id = pieces + 1;
    const written = await durably(db, () => db.reserve.put({ id, noise: noise.buffer }));
    if (!written.ok) return written;
  }
  onProgress(RESERVE_BYTES);
  return ok(undefined);
}

export const reserveBytes = async (db: Database): Promise<number> => (await db.reserve.count()) * PIECE_BYTES;

/** Once the reserve has been touched, media is refused so that text goes on. A reserve that was never written refuses nothing. */
export async function isReserveTouched(db: Database): Promise<boolean> {
  const pieces = await db.reserve.count();
  const last = await db.reserve.toCollection().lastKey();
  return typeof last === 'number' && last >= PIECES && pieces < PIECES;
}

/** A text write: on a full disk frees part of the reserve and tries again, until it fits or nothing is left to free. */
export async function withReserve<T>(db: Database, write: () => Promise<Result<T, StorageError>>): Promise<Result<T, StorageError>> {
  for (;;) {
    const written = await write();
    if (written.ok || written.error.type !== 'disk-full') return written;
    const ids = await db.reserve.limit(PIECES_TO_FREE).primaryKeys();
    if (ids.length === 0) return written;
    await db.reserve.bulkDelete(ids);
  }
}
