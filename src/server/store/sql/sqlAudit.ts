import type { Kysely, Selectable } from 'kysely';
import { AUDIT_ACTIONS, type AuditAction } from '#core/admin/auditActions.ts';
import type { AuditEntry, AuditTable } from '#server/store/auditTable.ts';
import type { Schema } from './schema.ts';

export function sqlAudit(tx: Kysely<Schema>, options: { readonly lockRows: boolean }): AuditTable {
  return {
    async lockHead() {
      const query = tx.selectFrom('audit_head').select(['seq', 'chain']).where('id', '=', 1);
      const { seq, chain } = await (options.lockRows ? query.forUpdate() : query).executeTakeFirstOrThrow();
      return { seq: Number(seq), chain };
    },
    async append(entry) {
      await tx.insertInto('audit').values(entry).execute();
      await tx.updateTable('audit_head').set({ seq: entry.seq, chain: entry.chain }).where('id', '=', 1).execute();
    },
    async entries({ actor, action, from, until }, before, limit) {
      let query = tx.selectFrom('audit').selectAll().where('seq', '<', before);
      if (actor !== undefined) query = query.where('actor', '=', actor);
      if (action !== undefined) query = query.where('action', '=', action);
      if (from !== undefined) query = query.where('at', '>=', from);
      if (until !== undefined) query = query.where('at', '<=', until);
      return (await query.orderBy('seq', 'desc').limit(limit).execute()).map(entryOf);
    },
    inOrder: async (after, limit) =>
      (await tx.selectFrom('audit').selectAll().where('seq', '>', after).orderBy('seq').limit(limit).execute()).map(entryOf),
  };
}

const entryOf = (row: Selectable<Schema['audit']>): AuditEntry => ({ ...row, seq: Number(row.seq), action: actionOf(row.action) });

function actionOf(text: string): AuditAction {
  const action = AUDIT_ACTIONS.find((known) => known === text);
  if (!action) throw new Error(`unknown act in the audit log: ${text}`);
  return action;
}
