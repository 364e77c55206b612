import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Closed accounts, where a session is used from, and what is known of a device. */
export async function createAdministration(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('account').addColumn('disabled_at', 'text').execute();
  await db.schema.alterTable('session').addColumn('started_at', 'text', (c) => c.notNull().defaultTo('')).execute();
  await db.schema.alterTable('session').addColumn('device', 'text', (c) => c.notNull().defaultTo('')).execute();
  await db.schema.createTable('device_state')
    .addColumn('device', 'text', (c) => c.notNull().primaryKey())
    .addColumn('last_seen_at', 'text', (c) => c.notNull())
    .addColumn('waiting_ops', 'integer', (c) => c.notNull())
    .addColumn('waiting_files', 'integer', (c) => c.notNull())
    .addColumn('waiting_since', 'text', (c) => c.notNull())
    .addColumn('erase', 'text', (c) => c.notNull())
    .addColumn('told_at', 'text', (c) => c.notNull())
    .execute();
}
