import type { Kysely, Selectable } from 'kysely';
import { isScopeId } from '#core/op/scope.ts';
import type { PurgeTable, StoredPurge } from '#server/store/purgeTable.ts';
import { inParts } from './inParts.ts';
import type { Schema } from './schema.ts';

export function sqlPurges(tx: Kysely<Schema>): PurgeTable {
  return {
    async purgedIds(ids) {
      const rows = await inParts(ids, (part) => tx.selectFrom('purged').select('id').where('id', 'in', [...part]).execute());
      return new Set(rows.map(({ id }) => id));
    },
    async lastOf(scope) {
      const row = await tx.selectFrom('purged').select('n').where('scope', '=', scope).orderBy('n', 'desc').limit(1).executeTakeFirst();
      return Number(row?.n ?? 0);
    },
    async add(purges) {
      await inParts(purges, async (part) => {
        await tx.insertInto('purged').values(part.map(({ scope, id, n, at }) => ({ scope, id, n, at }))).execute();
        return [];
      });
    },
    async after(scope, n, limit) {
      return (await tx.selectFrom('purged').selectAll().where('scope', '=', scope).where('n', '>', n).orderBy('n').limit(limit).execute()).map(purgeOf);
    },
    all: async () => (await tx.selectFrom('purged').selectAll().orderBy('scope').orderBy('n').execute()).map(purgeOf),
  };
}

function purgeOf({ scope, id, n, at }: Selectable<Schema['purged']>): StoredPurge {
  if (!isScopeId(scope)) throw new Error(`not a scope in the database: ${scope}`);
  return { scope, id, n: Number(n), at };
}
