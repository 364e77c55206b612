import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { FileBytes } from '#server/files/fileBytes.ts';
import { folderFileBytes } from '#server/files/folderFileBytes.ts';
import { catchUpWithList } from '#server/purge/purge.ts';
import { PURGED_LIST, purgedListFile } from '#server/purge/purgedList.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { renewEpoch } from '#server/store/setUpStore.ts';
import type { Store } from '#server/store/store.ts';
import { damageOf } from '#server/verify/verifyFiles.ts';
import { DATABASE, FILES, type Backup, type BackupManifest } from './backupManifest.ts';
import { isServerRunning } from './isServerRunning.ts';
import { sha256OfFile } from './sha256OfFile.ts';

export type RestoreError =
  /** A server has the data open. */
  | { readonly type: 'server-running' }
  /** There is data already, and nobody said that it may be moved aside. */
  | { readonly type: 'data-there' }
  /** The back-up is of another kind of database. */
  | { readonly type: 'other-database' }
  /** The copy of the database is not the one that was made. */
  | { readonly type: 'database-damaged' }
  | { readonly type: 'file-damaged'; readonly scope: string; readonly sha256: string };

export type Restored = {
  /** Where the data that was there lies now. */
  readonly movedTo: string | undefined;
  readonly files: number;
};

export type RestoreTarget = {
  readonly dataFolder: string;
  /** Where files go: in the folder of the data, or an object store. */
  readonly objects: FileBytes | undefined;
};

/** What a restored database brings anew. `server.key` and `purged.list` stay: they are kept apart from the back-ups on purpose. */
const REPLACED = [DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`, 'server.boot', FILES];

/**
 * Puts a back-up of a SQLite installation in the place of the data. Everything is read and compared with its hashes before anything is
 * moved; what was there is moved aside, not deleted. The epoch is new, so that every tablet sends again what the back-up does not
 * have. What `purged.list` names is erased in it, before it lies in its place.
 */
export async function restoreBackup(
  { folder, manifest }: Backup, root: string, { dataFolder, objects }: RestoreTarget, { force, nowMs }: { readonly force: boolean; readonly nowMs: number },
): Promise<Result<Restored, RestoreError>> {
  if (!manifest.database) return err({ type: 'other-database' });
  if (isServerRunning(join(dataFolder, DATABASE))) return err({ type: 'server-running' });
  const isThere = REPLACED.some((name) => existsSync(join(dataFolder, name)));
  if (isThere && !force) return err({ type: 'data-there' });
  if ((await sha256OfFile(join(folder, DATABASE))) !== manifest.database.sha256) return err({ type: 'database-damaged' });

  const fresh = join(dataFolder, `restoring-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  const fileBytes = objects ?? folderFileBytes(join(fresh, FILES));
  const files = await restoreFiles(manifest, folderFileBytes(join(root, FILES)), fileBytes);
  if (!files.ok) {
    rmSync(fresh, { recursive: true, force: true });
    return files;
  }
  copyFileSync(join(folder, DATABASE), join(fresh, DATABASE));
  const store = await openSqliteStore(join(fresh, DATABASE), nowMs);
  await beginAnew(store, manifest, nowMs);
  // Before anything of it lies in its place: what was purged since is not there again for a moment.
  await catchUpWithList(store, { fileBytes, purgedList: purgedListFile(join(dataFolder, PURGED_LIST)) });
  await store.close();

  const movedTo = isThere ? join(dataFolder, `before-restore-${new Date(nowMs).toISOString().replaceAll(':', '-')}`) : undefined;
  if (movedTo) mkdirSync(movedTo, { mode: 0o700 });
  for (const name of REPLACED) {
    if (movedTo && existsSync(join(dataFolder, name))) renameSync(join(dataFolder, name), join(movedTo, name));
  }
  for (const name of REPLACED) if (existsSync(join(fresh, name))) renameSync(join(fresh, name), join(dataFolder, name));
  rmSync(fresh, { recursive: true, force: true });
  return ok({ movedTo, files: manifest.files.length });
}

/** Brings back the files of a back-up whose database has its own tools (PostgreSQL), and begins a new epoch in the database that is there. */
export async function restoreFilesOnly({ manifest }: Backup, root: string, store: Store, bytes: FileBytes, nowMs: number): Promise<Result<Restored, RestoreError>> {
  if (manifest.database) return err({ type: 'other-database' });
  const files = await restoreFiles(manifest, folderFileBytes(join(root, FILES)), bytes);
  if (!files.ok) return files;
  await beginAnew(store, manifest, nowMs);
  return ok({ movedTo: undefined, files: manifest.files.length });
}

async function restoreFiles(manifest: BackupManifest, from: FileBytes, to: FileBytes): Promise<Result<void, RestoreError>> {
  for (const file of manifest.files) {
    if (await damageOf(from, file, file.chunks)) return err({ type: 'file-damaged', scope: file.scope, sha256: file.sha256 });
    // An object store may have it still.
    if ((await damageOf(to, file, file.chunks)) === undefined) continue;
    for (const { piece } of file.chunks) {
      const bytes = await from.read(file, piece);
      if (!bytes) return err({ type: 'file-damaged', scope: file.scope, sha256: file.sha256 });
      await to.write(file, piece, bytes);
    }
  }
  return ok(undefined);
}

/** Tablets begin anew, and uploads that were under way too: their pieces are not in the back-up. */
async function beginAnew(store: Store, { madeAt }: BackupManifest, nowMs: number): Promise<void> {
  await renewEpoch(store, randomUUID);
  await store.transaction(async (tx) => {
    await tx.files.dropUnverified();
    await recordAudit(tx, { action: 'restored', subject: '', atMs: nowMs, actor: '', detail: { madeAt } });
  });
}
