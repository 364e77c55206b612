import { createHash } from 'node:crypto';
import { fileKindReader } from '#core/file/fileKind.ts';
import { CHUNK_BYTES, type FileStatus } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { StoredChunk } from '#server/store/fileTables.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import { together } from '#server/store/together.ts';
import type { FileBytes, FileName } from './fileBytes.ts';

export type Chunk = { readonly file: FileName; readonly index: number; readonly total: number; readonly bytes: Uint8Array };

export type ChunkError =
  /** Every chunk but the last is as long as a chunk is. */
  | { readonly type: 'wrong-length' }
  /** The whole is not what its name says: its chunks are dropped. */
  | { readonly type: 'hash-mismatch' }
  /** The whole is nothing that is kept here: its chunks are dropped. */
  | { readonly type: 'file-kind' };

type Place = {
  readonly store: Store;
  readonly bytes: FileBytes;
  /** Made once for a server: counts that come at the same time share a commit. */
  readonly count: CountChunk;
  /** A name that was never given before. */
  readonly newPiece: () => string;
};

/**
 * Takes one chunk; the same again changes nothing. The bytes are durable before the database counts them. When the last
 * one is in, the whole is hashed: what does not match, or is no kind of file that is kept, is dropped.
 * Needs no lock of its own, also among several servers: each write has a name of its own, and the word `verified` is said
 * under the file's lock about exactly the pieces that were hashed.
 */
export async function receiveChunk(place: Place, chunk: Chunk): Promise<Result<FileStatus, ChunkError>> {
  const { file, index, total, bytes } = chunk;
  if (index < total - 1 && bytes.length !== CHUNK_BYTES) return err({ type: 'wrong-length' });
  // Most photos are one chunk: they are judged by the bytes in hand, and what is refused was never written.
  if (total === 1) {
    const look = inspect(file);
    look.push(bytes);
    const error = look.verdict();
    if (error) return err(error);
  }

  const piece = place.newPiece();
  await place.bytes.write(file, piece, bytes);
  const { verified, chunks, left } = await place.count({ chunk, piece });
  if (left.length > 0) await place.bytes.drop(file, left);
  if (verified || chunks.size < total) return ok({ chunks: [...chunks.keys()], verified });
  return verifyWhole(place, file, total, chunks);
}

type Counted = {
  readonly verified: boolean;
  readonly chunks: ReadonlyMap<number, StoredChunk>;
  /** Pieces that count no more. */
  readonly left: readonly string[];
};

type ToCount = { readonly chunk: Chunk; readonly piece: string };
export type CountChunk = (given: ToCount) => Promise<Counted>;

export const countChunks = (store: Store): CountChunk =>
  together(store, ({ chunk }: ToCount) => `${chunk.file.scope} ${chunk.file.sha256}`, async ({ files }, { chunk: { file, index, total, bytes }, piece }) => {
    const { scope, sha256 } = file;
    const known = await files.lockFile(scope, sha256, total);
    const before = await files.chunks(scope, sha256);
    if (known.verified) return { verified: true, chunks: before, left: [piece] };
    const startsAnew = known.totalChunks !== total;
    if (startsAnew) await files.dropChunks(scope, sha256);
    const verified = total === 1;
    if (startsAnew || verified) await files.putFile({ ...file, totalChunks: total, verified });
    const kept = { piece, sizeBytes: bytes.length };
    await files.putChunk(scope, sha256, index, kept);
    const left = startsAnew ? [...before.values()] : [...before].flatMap(([at, old]) => (at === index ? [old] : []));
    const chunks = new Map([...(startsAnew ? [] : before), [index, kept] as const].sort(([a], [b]) => a - b));
    return { verified, chunks, left: left.map((old) => old.piece) };
  });

async function verifyWhole({ store, bytes }: Place, file: FileName, total: number, chunks: Counted['chunks']): Promise<Result<FileStatus, ChunkError>> {
  const pieces = [...chunks.values()].map(({ piece }) => piece);
  const error = await judgeKept(bytes, file, pieces);
  const status = await store.transaction(async ({ files }): Promise<FileStatus> => {
    const { verified } = await files.lockFile(file.scope, file.sha256, total);
    const now = await files.chunks(file.scope, file.sha256);
    const isSame = now.size === chunks.size && [...now.values()].every(({ piece }) => pieces.includes(piece));
    // Sent again meanwhile: who sent it judges it.
    if (verified || !isSame) return { chunks: [...now.keys()], verified };
    if (error) await files.dropChunks(file.scope, file.sha256);
    else await files.putFile({ ...file, totalChunks: total, verified: true });
    return { chunks: error ? [] : [...now.keys()], verified: !error };
  });
  if (!error || status.verified || status.chunks.length > 0) return ok(status);
  await bytes.drop(file, pieces);
  return err(error);
}

async function judgeKept(kept: FileBytes, file: FileName, pieces: readonly string[]): Promise<ChunkError | undefined> {
  const look = inspect(file);
  for (const piece of pieces) {
    const bytes = await kept.read(file, piece);
    if (!bytes) return { type: 'hash-mismatch' };
    look.push(bytes);
  }
  return look.verdict();
}

function inspect(file: FileName) {
  const hash = createHash('sha256');
  const kind = fileKindReader();
  return {
    push: (bytes: Uint8Array): void => {
      hash.update(bytes);
      kind.push(bytes);
    },
    verdict: (): ChunkError | undefined => {
      if (hash.digest('hex') !== file.sha256) return { type: 'hash-mismatch' };
      return kind.end() === undefined ? { type: 'file-kind' } : undefined;
    },
  };
}

export async function fileStatusOf(tx: StoreTransaction, { scope, sha256 }: FileName): Promise<FileStatus> {
  const known = (await tx.files.progressOf(scope, [sha256])).get(sha256);
  return { chunks: [...(known?.chunks ?? [])], verified: known?.verified ?? false };
}
