import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** The ops whose words were erased. What was purged stays so also where its op is not, or not any more. */
export async function createPurged(db: Kysely<Schema>): Promise<void> {
  await db.schema.createTable('purged')
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('n', 'bigint', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('purged_key', ['scope', 'n'])
    .addUniqueConstraint('purged_id', ['id'])
    .execute();
  await db.schema.createIndex('file_link_source').on('file_link').columns(['source', 'sha256']).execute();
}
