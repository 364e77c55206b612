import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPostgresStore } from './postgresStore.ts';
import { openSqliteStore } from './sqliteStore.ts';
import type { Store } from './store.ts';

export type StoreSettings = {
  readonly dataFolder: string;
  /** Absent: SQLite in the folder of the data. */
  readonly database?: { readonly url: string; readonly pool: number };
};

/** Opens the database that the settings name, and brings its tables to what this build knows. Makes the folder of the data. */
export async function openStore({ dataFolder, database }: StoreSettings, nowMs: number): Promise<Store> {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return database ? openPostgresStore(database, nowMs) : openSqliteStore(join(dataFolder, 'cotejo.sqlite'), nowMs);
}
