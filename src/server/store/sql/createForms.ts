import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Checklists, interview guides and questionnaires. */
export async function createForms(db: Kysely<Schema>): Promise<void> {
  await db.schema.createTable('form')
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('form', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('form_key', ['id', 'revision'])
    .execute();
}
