import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** One-time codes for joining and for a new password: of the codes only their hashes. */
export async function createInvitations(db: Kysely<Schema>): Promise<void> {
  const texts = ['purpose', 'user_id', 'role', 'name', 'email', 'code', 'invited_by', 'state'];
  let table = db.schema.createTable('invitation')
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('code_hash', 'text', (c) => c.notNull().unique())
    .addColumn('expires_at_ms', 'bigint', (c) => c.notNull());
  for (const name of texts) table = table.addColumn(name, 'text', (c) => c.notNull());
  await table.execute();
}
