import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** The keys of `.cotejo` files that a visit's team passes on. */
export async function createVisitKeys(db: Kysely<Schema>): Promise<void> {
  await db.schema.createTable('visit_key')
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull().primaryKey())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('retired', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('visit_key_scope').on('visit_key').columns(['scope', 'id']).execute();
}
