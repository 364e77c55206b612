import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { setUpStore } from './store/setUpStore.ts';
import { openSqliteStore } from './store/sqliteStore.ts';
import type { Store } from './store/store.ts';

/** Opens the database in the folder of the data, making both where they are not there yet. */
export async function openData(dataFolder: string): Promise<{ readonly store: Store; readonly installationId: string }> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const store = await openSqliteStore(join(dataFolder, 'cotejo.sqlite'), Date.now());
  return { store, ...(await setUpStore(store, randomUUID)) };
}
