import { randomBytes, randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '#core/result.ts';
import { createApp } from './app.ts';
import { loadServerKeys } from './auth/serverKeys.ts';
import { sharedKeys, type KeyFileError } from './auth/sharedKeys.ts';
import { installShippedForms } from './forms/installShippedForms.ts';
import { fillDemo } from './demo/fillDemo.ts';
import type { FileBytes } from './files/fileBytes.ts';
import { FilesUnavailable } from './files/filesUnavailable.ts';
import { openFileBytes } from './files/openFileBytes.ts';
import { isSharedFolder } from './files/sharedFolder.ts';
import { localPokes } from './live/pokes.ts';
import { postgresPokes } from './live/postgresPokes.ts';
import { openData } from './openData.ts';
import type { Settings } from './settings.ts';
import { noticeOtherCluster, noticeRestore } from './store/noticeRestore.ts';
import type { Account } from './store/peopleTables.ts';
import { StoreUnavailable } from './store/storeUnavailable.ts';
import { catchUpWithList } from './purge/purge.ts';
import { PURGED_LIST, purgedListFile } from './purge/purgedList.ts';
import { releaseHeld } from './sync/releaseHeld.ts';

export type RunningServer = {
  readonly url: string;
  readonly demoAccounts: readonly Account[];
  /** The database was not the one that ran last: every tablet will send everything again. */
  readonly restored: boolean;
  /** Answers what has begun, then closes the database. */
  readonly close: () => Promise<void>;
};

export type StartError =
  | { readonly type: 'demo-accounts-in-production'; readonly place: string }
  /** The database of `DATABASE_URL` does not answer. */
  | { readonly type: 'database-unreachable'; readonly reason: string }
  /** The object store of `FILES_URL` does not answer, or does not let this server in. */
  | { readonly type: 'files-unreachable'; readonly reason: string }
  | KeyFileError
  /** Not the folder that the other instances of this database keep their files in. */
  | { readonly type: 'other-files-folder'; readonly path: string }
  | { readonly type: 'port-in-use'; readonly host: string; readonly port: number };

/** Opens the data, fills the demo where asked for and empty, and listens. Nothing stays open when it cannot. */
export async function startServer(settings: Settings, clientFolder: string | undefined): Promise<Result<RunningServer, StartError>> {
  const dataFolder = resolve(settings.dataFolder);
  const opened = await openOrSayWhy({ ...settings, dataFolder });
  if (!opened.ok) return opened;
  const { store, installationId } = opened.value;
  try {
    const keyFile = settings.serverKeyFile ?? join(dataFolder, 'server.key');
    const loaded = store.identity === undefined ? ok(loadServerKeys(keyFile)) : await sharedKeys(store, keyFile);
    if (!loaded.ok) {
      await store.close();
      return loaded;
    }
    const keys = loaded.value;
    const files = await openFilesOrSayWhy({ ...settings, dataFolder });
    if (!files.ok) {
      await store.close();
      return files;
    }
    const filesFolder = join(dataFolder, 'files');
    if (settings.database && !settings.objectStore && !(await isSharedFolder(store, filesFolder))) {
      await store.close();
      return err({ type: 'other-files-folder', path: filesFolder });
    }
    const fileBytes = files.value;
    const restored = store.identity === undefined
      ? await noticeRestore(store, dataFolder, randomUUID)
      : await noticeOtherCluster(store, store.identity, randomUUID);
    // Before anything is answered: an older database that came back must not give out what was erased.
    const purgedList = purgedListFile(join(dataFolder, PURGED_LIST));
    await catchUpWithList(store, { fileBytes, purgedList });
    await releaseHeld(store);
    await installShippedForms(store, Date.now());
    if (settings.demo) await fillDemo({ store, nowMs: Date.now, macKey: keys.macKey }, installationId, randomBytes);
    const demoAccounts = (await store.transaction((tx) => tx.people.accounts())).filter(({ demo }) => demo);
    if (!settings.demo && demoAccounts.length > 0) {
      await store.close();
      return err({ type: 'demo-accounts-in-production', place: settings.database ? 'DATABASE_URL' : dataFolder });
    }
    const pokes = settings.database ? await postgresPokes(settings.database.url) : localPokes();
    const deps = { store, keys, pokes, fileBytes, purgedList, nowMs: Date.now, randomBytes };
    const app = await createApp(deps, { logs: true, proxies: settings.proxies ?? 0, ...(clientFolder === undefined ? {} : { clientFolder }) });
    const { host, port } = settings;
    try {
      const url = await app.listen({ host, port });
      return ok({ url, demoAccounts, restored, close: () => app.close().then(() => pokes.close()).then(() => store.close()) });
    } catch (error) {
      await app.close();
      await pokes.close();
      if (!isPortInUse(error)) throw error;
      await store.close();
      return err({ type: 'port-in-use', host, port });
    }
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function openOrSayWhy(settings: Settings): Promise<Result<Awaited<ReturnType<typeof openData>>, StartError>> {
  try {
    return ok(await openData(settings));
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return err({ type: 'database-unreachable', reason: error.cause instanceof Error ? error.cause.message : '' });
  }
}

async function openFilesOrSayWhy(settings: Settings): Promise<Result<FileBytes, StartError>> {
  try {
    return ok(await openFileBytes(settings));
  } catch (error) {
    if (!(error instanceof FilesUnavailable)) throw error;
    return err({ type: 'files-unreachable', reason: error.message });
  }
}

const isPortInUse = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
