import type { Kysely } from 'kysely';
import type { FormTable } from '#server/store/formTable.ts';
import type { Schema } from './schema.ts';

export function sqlForms(tx: Kysely<Schema>): FormTable {
  return {
    async newest() {
      const rows = await tx.selectFrom('form').selectAll().orderBy('id').orderBy('revision').execute();
      const newest = new Map(rows.map(({ id, revision, form, added_at: addedAt }) => [id, { id, revision: Number(revision), form, addedAt }]));
      return [...newest.values()];
    },
    async add({ id, revision, form, addedAt }) {
      await tx.insertInto('form').values({ id, revision, form, added_at: addedAt }).execute();
    },
  };
}
