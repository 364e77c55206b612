import { createHash } from 'node:crypto';
import type { FileStatus } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Store, StoreTransaction } from '#server/store/store.ts';
import type { FileBytes, FileName } from './fileBytes.ts';

export type Chunk = { readonly file: FileName; readonly index: number; readonly total: number; readonly bytes: Uint8Array };

/**
 * Takes one chunk; the same again changes nothing. The bytes are durable before the database counts them. When the
 * last one is in, the whole is hashed: a mismatch drops every chunk, so that the tablet sends them anew.
 * One call at a time per file: nothing may change between the hashing and the word `verified`.
 */
export async function receiveChunk(
  { store, bytes: kept }: { readonly store: Store; readonly bytes: FileBytes },
  { file, index, total, bytes }: Chunk,
): Promise<Result<FileStatus, { readonly type: 'hash-mismatch' }>> {
  const known = await store.transaction((tx) => tx.files.file(file.scope, file.sha256));
  if (known?.verified) return ok(await store.transaction((tx) => fileStatusOf(tx, file)));
  const startsAnew = known !== undefined && known.totalChunks !== total;
  if (startsAnew) await kept.drop(file);

  await kept.write(file, index, bytes);
  const status = await store.transaction(async (tx) => {
    if (startsAnew) await tx.files.dropChunks(file.scope, file.sha256);
    await tx.files.putFile({ ...file, totalChunks: total, verified: false });
    await tx.files.putChunk(file.scope, file.sha256, index, bytes.length);
    return fileStatusOf(tx, file);
  });
  if (status.chunks.length < total) return ok(status);

  const matches = (await hashOfChunks(kept, file, total)) === file.sha256;
  await store.transaction(async (tx) => {
    if (matches) await tx.files.putFile({ ...file, totalChunks: total, verified: true });
    else await tx.files.dropChunks(file.scope, file.sha256);
  });
  if (matches) return ok({ ...status, verified: true });
  await kept.drop(file);
  return err({ type: 'hash-mismatch' });
}

export async function fileStatusOf(tx: StoreTransaction, { scope, sha256 }: FileName): Promise<FileStatus> {
  const file = await tx.files.file(scope, sha256);
  const chunks = await tx.files.chunks(scope, sha256);
  return { chunks: [...chunks.keys()], verified: file?.verified ?? false };
}

async function hashOfChunks(kept: FileBytes, file: FileName, total: number): Promise<string | undefined> {
  const hash = createHash('sha256');
  for (let index = 0; index < total; index++) {
    const bytes = await kept.read(file, index);
    if (!bytes) return undefined;
    hash.update(bytes);
  }
  return hash.digest('hex');
}
