import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Requests of locked tablets, and their answers: sealed boxes that this server cannot open. */
export async function createRecovery(db: Kysely<Schema>): Promise<void> {
  let table = db.schema.createTable('recovery').addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('asked_at_ms', 'bigint', (c) => c.notNull()).addColumn('expires_at_ms', 'bigint', (c) => c.notNull());
  for (const name of ['user_id', 'device', 'key_id', 'sealed', 'answer_key', 'token_hash', 'state', 'answer']) table = table.addColumn(name, 'text', (c) => c.notNull());
  await table.execute();
}
