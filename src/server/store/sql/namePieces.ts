import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** Each piece of a file gets a name of its own. '' stands for the pieces of before, which lie under their index. */
export async function namePieces(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable('file_chunk').addColumn('piece', 'text', (column) => column.notNull().defaultTo('')).execute();
}
