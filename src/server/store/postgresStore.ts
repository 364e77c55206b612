import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import { migrate } from '#server/store/sql/migrate.ts';
import type { Schema } from '#server/store/sql/schema.ts';
import { sqlStore } from '#server/store/sql/sqlStore.ts';
import { oneAtATime } from './oneAtATime.ts';
import { conflictOf, translated } from './postgresTrouble.ts';
import { retryConflicts } from './retryConflicts.ts';
import type { Store } from './store.ts';

export type PostgresSettings = {
  /** `postgres://user:password@host:port/database?sslmode=…` */
  readonly url: string;
  /** Connections that this instance opens at most. */
  readonly pool: number;
};

const LOCK_ROWS = { lockRows: true } as const;

/** Any number, the same in every build: instances that start together migrate one after the other. */
const MIGRATION_LOCK = 7_263_451;

/**
 * The store in PostgreSQL, which several instances share. Transactions are `repeatable read`: each reads one moment, and of two that
 * change one row the later is done again. Two that only read what the other writes are not noticed: who decides by what they read
 * must also lock the scope or write the row (`Store`).
 */
export async function openPostgresStore({ url, pool: max }: PostgresSettings, nowMs: number): Promise<Store> {
  const pool = new Pool({
    connectionString: url, max, application_name: 'cotejo', keepAlive: true, connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000, lock_timeout: 20_000, idle_in_transaction_session_timeout: 60_000,
  });
  // A connection that breaks while nobody waits for its answer says so here; whoever uses it next gets the error. Unheard, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  let identity = '';
  try {
    identity = await prepareDatabase(db, nowMs);
  } catch (error) {
    await db.destroy();
    throw translated(error);
  }
  const store = sqlStore(db, LOCK_ROWS);
  const queued = oneAtATime();
  return {
    ...store,
    identity,
    async transaction(work, options) {
      const keys = [...(options?.queue ?? [])].sort();
      const run = () => retryConflicts(() => (keys.length === 0 ? store.transaction(work) : inTurn(db, keys, (one) => sqlStore(one, LOCK_ROWS).transaction(work))), conflictOf);
      try {
        // Who waits for others of this process holds no connection meanwhile.
        return await keys.reduceRight((next, key) => () => queued(key, next), run)();
      } catch (error) {
        throw translated(error);
      }
    },
  };
}

/**
 * Waits, before the transaction begins, until those of other instances with these keys are over. Without it the waiting transaction would see a
 * moment before the other's commit and fail, again and again where the other instance always has a next one: this queue is fair.
 */
async function inTurn<T>(db: Kysely<Schema>, keys: readonly string[], work: (one: Kysely<Schema>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (one) => {
    try {
      for (const key of keys) await sql`select pg_advisory_lock(hashtextextended(${key}, 0))`.execute(one);
      return await work(one);
    } finally {
      // A connection that is lost holds no lock.
      await sql`select pg_advisory_unlock_all()`.execute(one).catch(() => undefined);
    }
  });
}

async function prepareDatabase(db: Kysely<Schema>, nowMs: number): Promise<string> {
  return db.connection().execute(async (one) => {
    const { rows: [row] } = await sql<{ encoding: string }>`select current_setting('server_encoding') as encoding`.execute(one);
    if (row?.encoding !== 'UTF8') throw new Error(`The database has the encoding ${row?.encoding}; Cotejo needs UTF8.`);
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`.execute(one);
    try {
      await migrate(one, { bytes: 'bytea' }, nowMs);
    } finally {
      await sql`select pg_advisory_unlock(${MIGRATION_LOCK})`.execute(one);
    }
    return identityOf(one);
  });
}

async function identityOf(db: Kysely<Schema>): Promise<string> {
  const { rows: [row] } = await sql<{ identity: string }>`
    select concat_ws('/', (select system_identifier from pg_control_system()), (select timeline_id from pg_control_checkpoint()),
      (select oid from pg_database where datname = current_database())) as identity`.execute(db);
  if (!row) throw new Error('no row');
  return row.identity;
}
