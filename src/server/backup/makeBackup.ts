import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileBytes } from '#server/files/fileBytes.ts';
import { folderFileBytes } from '#server/files/folderFileBytes.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import type { Store } from '#server/store/store.ts';
import { allVerifiedFiles, type WholeFile } from '#server/verify/allVerifiedFiles.ts';
import { damageOf } from '#server/verify/verifyFiles.ts';
import { backupsIn, DATABASE, FILES, MANIFEST, type Backup, type BackupManifest } from './backupManifest.ts';
import { sha256OfFile } from './sha256OfFile.ts';
import { snapshotSqlite } from './snapshotSqlite.ts';

export type BackupSource = {
  /** The path of a SQLite database; a store: PostgreSQL, which has its own tools, and whose files alone are copied. */
  readonly database: { readonly path: string } | { readonly store: Store };
  readonly bytes: FileBytes;
};

/**
 * Makes a back-up in a folder of its own below `root`, named by the time, while the server goes on. First one moment of the database,
 * then the bytes of every file that it knows; pieces that an earlier back-up has copied are not copied again, since a piece's name is
 * never given to other bytes. It bears the name `….unfinished` until it is whole, and touches no other back-up.
 */
export async function makeBackup({ database, bytes }: BackupSource, root: string, nowMs: number): Promise<Backup> {
  mkdirSync(join(root, FILES), { recursive: true, mode: 0o700 });
  const name = new Date(nowMs).toISOString().replaceAll(':', '-').replace('.', '-');
  const folder = join(root, name);
  const half = `${folder}.unfinished`;
  mkdirSync(half, { mode: 0o700 });
  const snapshot = join(half, DATABASE);
  if ('path' in database) snapshotSqlite(database.path, snapshot);
  const store = 'path' in database ? await openSqliteStore(snapshot, nowMs) : database.store;
  const copied = new Set(backupsIn(root).flatMap(({ manifest }) => manifest.files.flatMap(({ chunks }) => chunks.map(({ piece }) => piece))));
  const target = folderFileBytes(join(root, FILES));
  const files: WholeFile[] = [];
  const damaged: WholeFile[] = [];
  const scopes = await store.transaction((tx) => tx.ops.scopes());
  for await (const file of allVerifiedFiles(store)) {
    if (await copyFile(bytes, target, file, copied)) files.push(file);
    else damaged.push(file);
  }
  if ('path' in database) await store.close();
  const manifest: BackupManifest = {
    format: 'cotejo-backup-1', madeAt: new Date(nowMs).toISOString(),
    ...('path' in database ? { database: { sha256: await sha256OfFile(snapshot), sizeBytes: statSync(snapshot).size } } : {}),
    scopes: scopes.length,
    ops: scopes.reduce((sum, { seq }) => sum + seq, 0),
    files: files.map(({ scope, sha256, chunks }) => ({ scope, sha256, chunks: [...chunks] })),
    damaged: damaged.map(({ scope, sha256 }) => ({ scope, sha256 })),
  };
  writeFileSync(join(half, MANIFEST), `${JSON.stringify(manifest)}\n`, { mode: 0o600, flush: true });
  for (const left of ['-wal', '-shm']) rmSync(`${snapshot}${left}`, { force: true });
  renameSync(half, folder);
  return { folder, name, manifest };
}

/** Whether the file is in the back-up now, its bytes compared with its hash when they were copied. */
async function copyFile(from: FileBytes, to: FileBytes, file: WholeFile, copied: ReadonlySet<string>): Promise<boolean> {
  if (file.chunks.every(({ piece }) => copied.has(piece))) return true;
  if (await damageOf(from, file, file.chunks)) return false;
  for (const { piece } of file.chunks) {
    const bytes = await from.read(file, piece);
    if (!bytes) return false;
    await to.write(file, piece, bytes);
  }
  return (await damageOf(to, file, file.chunks)) === undefined;
}
