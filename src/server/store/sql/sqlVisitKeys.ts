import type { Kysely } from 'kysely';
import type { VisitKeyTable } from '#server/store/visitKeyTable.ts';
import type { Schema } from './schema.ts';

export function sqlVisitKeys(tx: Kysely<Schema>): VisitKeyTable {
  return {
    async keysOf(scope) {
      const rows = await tx.selectFrom('visit_key').selectAll().where('scope', '=', scope).orderBy('id').execute();
      return rows.map(({ id, key, made_at: madeAt, retired }) => ({ scope, id, key, madeAt, retired: Number(retired) === 1 }));
    },
    async add({ scope, id, key, madeAt, retired }) {
      await tx.insertInto('visit_key').values({ scope, id, key, made_at: madeAt, retired: retired ? 1 : 0 }).execute();
    },
    async retire(scope) {
      await tx.updateTable('visit_key').set({ retired: 1 }).where('scope', '=', scope).execute();
    },
  };
}
