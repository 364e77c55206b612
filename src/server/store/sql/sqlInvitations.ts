import type { Kysely, Selectable } from 'kysely';
import { ACCOUNT_ROLES } from '#core/people/role.ts';
import type { Invitation, InvitationTable } from '#server/store/invitationTable.ts';
import type { Schema } from './schema.ts';

export function sqlInvitations(tx: Kysely<Schema>): InvitationTable {
  return {
    async add({ id, codeHash, purpose, userId, role, name, email, code, invitedBy, expiresAtMs, state }) {
      await tx.insertInto('invitation').values({
        id, code_hash: codeHash, purpose, user_id: userId, role, name, email, code, invited_by: invitedBy, expires_at_ms: expiresAtMs, state,
      }).execute();
    },
    async byId(id) {
      const row = await tx.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst();
      return row && invitationOf(row);
    },
    async byCodeHash(codeHash) {
      const row = await tx.selectFrom('invitation').selectAll().where('code_hash', '=', codeHash).executeTakeFirst();
      return row && invitationOf(row);
    },
    open: async (nowMs) => (await tx.selectFrom('invitation').selectAll().where('state', '=', 'open').where('expires_at_ms', '>', nowMs)
      .orderBy('expires_at_ms').orderBy('id').execute()).map(invitationOf),
    async setState(id, state) {
      await tx.updateTable('invitation').set({ state }).where('id', '=', id).execute();
    },
  };
}

function invitationOf(row: Selectable<Schema['invitation']>): Invitation {
  const role = ACCOUNT_ROLES.find((known) => known === row.role);
  const purpose = row.purpose === 'reset' ? 'reset' : 'join';
  const state = row.state === 'open' || row.state === 'used' ? row.state : 'revoked';
  if (!role) throw new Error(`unknown role in the database: ${row.role}`);
  const { id, code_hash: codeHash, user_id: userId, name, email, code, invited_by: invitedBy, expires_at_ms: expiresAtMs } = row;
  return { id, codeHash, purpose, userId, role, name, email, code, invitedBy, expiresAtMs: Number(expiresAtMs), state };
}
