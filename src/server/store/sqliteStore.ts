import Database from 'libsql';
import { Kysely } from 'kysely';
import { ImmediateSqliteDialect } from '#server/store/sql/immediateSqliteDialect.ts';
import { migrate } from '#server/store/sql/migrate.ts';
import type { Schema } from '#server/store/sql/schema.ts';
import { sqlStore } from '#server/store/sql/sqlStore.ts';
import type { Store } from './store.ts';

/**
 * The store in one SQLite file (`:memory:` for tests). `synchronous=FULL`: what the answer calls received survives a
 * power cut. `secure_delete`: what a purge erases is overwritten in the file. Another process may read or import meanwhile; a lock that lasts over 10 s is an error.
 */
export async function openSqliteStore(path: string, nowMs: number): Promise<Store> {
  const database = new Database(path);
  for (const setting of ['busy_timeout = 10000', 'journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON']) {
    database.pragma(setting);
  }
  const db = new Kysely<Schema>({ dialect: new ImmediateSqliteDialect({ database }) });
  await migrate(db, { bytes: 'blob' }, nowMs);
  return {
    ...sqlStore(db, { lockRows: false }),
    async close() {
      // So that a back-up of the one file, made while the server is stopped, is whole.
      database.pragma('wal_checkpoint(TRUNCATE)');
      await db.destroy();
    },
  };
}
