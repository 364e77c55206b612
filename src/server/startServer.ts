import { randomBytes, randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '#core/result.ts';
import { createApp } from './app.ts';
import { loadServerKeys } from './auth/serverKeys.ts';
import { fillDemo } from './demo/fillDemo.ts';
import { folderFileBytes } from './files/folderFileBytes.ts';
import { openData } from './openData.ts';
import type { Settings } from './settings.ts';
import { noticeRestore } from './store/noticeRestore.ts';
import type { Account } from './store/peopleTables.ts';
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
  | { readonly type: 'demo-accounts-in-production'; readonly dataFolder: string }
  | { readonly type: 'port-in-use'; readonly host: string; readonly port: number };

/** Opens the data, fills the demo where asked for and empty, and listens. Nothing stays open when it cannot. */
export async function startServer(settings: Settings, clientFolder: string | undefined): Promise<Result<RunningServer, StartError>> {
  const dataFolder = resolve(settings.dataFolder);
  const { store, installationId } = await openData(dataFolder);
  try {
    const keys = loadServerKeys(dataFolder);
    const restored = await noticeRestore(store, dataFolder, randomUUID);
    await releaseHeld(store);
    if (settings.demo) await fillDemo({ store, nowMs: Date.now, macKey: keys.macKey }, installationId, randomBytes);
    const demoAccounts = (await store.transaction((tx) => tx.people.accounts())).filter(({ demo }) => demo);
    if (!settings.demo && demoAccounts.length > 0) {
      await store.close();
      return err({ type: 'demo-accounts-in-production', dataFolder });
    }
    const deps = { store, keys, fileBytes: folderFileBytes(join(dataFolder, 'files')), nowMs: Date.now, randomBytes };
    const app = await createApp(deps, { logs: true, ...(clientFolder === undefined ? {} : { clientFolder }) });
    const { host, port } = settings;
    try {
      const url = await app.listen({ host, port });
      return ok({ url, demoAccounts, restored, close: () => app.close().then(() => store.close()) });
    } catch (error) {
      await app.close();
      if (!isPortInUse(error)) throw error;
      await store.close();
      return err({ type: 'port-in-use', host, port });
    }
  } catch (error) {
    await store.close();
    throw error;
  }
}

const isPortInUse = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
