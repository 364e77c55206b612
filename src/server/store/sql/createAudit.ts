import type { Kysely } from 'kysely';
import { FIRST_CHAIN } from '#core/op/chain.ts';
import type { Schema } from './schema.ts';

/** The audit log, and one row with its head, which is what writers lock. */
export async function createAudit(db: Kysely<Schema>): Promise<void> {
  let table = db.schema.createTable('audit').addColumn('seq', 'bigint', (c) => c.notNull().primaryKey());
  for (const column of ['at', 'actor', 'device', 'ip', 'action', 'subject', 'detail', 'chain']) table = table.addColumn(column, 'text', (c) => c.notNull());
  await table.execute();
  await db.schema.createTable('audit_head').addColumn('id', 'integer', (c) => c.notNull().primaryKey())
    .addColumn('seq', 'bigint', (c) => c.notNull()).addColumn('chain', 'text', (c) => c.notNull()).execute();
  await db.insertInto('audit_head').values({ id: 1, seq: 0, chain: FIRST_CHAIN }).execute();
  await db.schema.createIndex('audit_actor').on('audit').columns(['actor', 'seq']).execute();
  await db.schema.createIndex('audit_action').on('audit').columns(['action', 'seq']).execute();
}
