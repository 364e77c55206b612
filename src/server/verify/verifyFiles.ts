import { createHash } from 'node:crypto';
import type { FileBytes, FileName } from '#server/files/fileBytes.ts';
import type { StoredChunk } from '#server/store/fileTables.ts';
import type { Store } from '#server/store/store.ts';
import { allVerifiedFiles } from './allVerifiedFiles.ts';

export type FileDamage =
  /** Pieces are missing, or another length than was counted. */
  | { readonly type: 'file-incomplete'; readonly scope: string; readonly sha256: string }
  | { readonly type: 'file-hash'; readonly scope: string; readonly sha256: string };

/** Compares every verified file with its hash; gives how many there are. One that was purged meanwhile is no damage. */
export async function verifyFiles(store: Store, bytes: FileBytes, report: (damage: FileDamage) => void): Promise<number> {
  let files = 0;
  for await (const { scope, sha256, totalChunks, chunks } of allVerifiedFiles(store)) {
    files += 1;
    const type = chunks.length === totalChunks ? await damageOf(bytes, { scope, sha256 }, chunks) : 'file-incomplete';
    if (type && (await store.transaction((tx) => tx.files.file(scope, sha256)))?.verified) report({ type, scope, sha256 });
  }
  return files;
}

export async function damageOf(bytes: FileBytes, file: FileName, chunks: readonly StoredChunk[]): Promise<FileDamage['type'] | undefined> {
  const hash = createHash('sha256');
  for (const { piece, sizeBytes } of chunks) {
    const found = await bytes.read(file, piece);
    if (found?.length !== sizeBytes) return 'file-incomplete';
    hash.update(found);
  }
  return hash.digest('hex') === file.sha256 ? undefined : 'file-hash';
}
