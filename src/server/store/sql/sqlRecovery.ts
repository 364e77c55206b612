import type { Kysely, Selectable } from 'kysely';
import type { RecoveryTable, StoredRecovery } from '#server/store/recoveryTable.ts';
import type { Schema } from './schema.ts';

export function sqlRecovery(tx: Kysely<Schema>): RecoveryTable {
  return {
    async add({ id, userId, device, keyId, sealed, answerKey, tokenHash, askedAtMs, expiresAtMs, state, answer }) {
      await tx.insertInto('recovery').values({
        id, user_id: userId, device, key_id: keyId, sealed, answer_key: answerKey, token_hash: tokenHash, asked_at_ms: askedAtMs, expires_at_ms: expiresAtMs, state, answer,
      }).execute();
    },
    async byId(id) {
      const row = await tx.selectFrom('recovery').selectAll().where('id', '=', id).executeTakeFirst();
      return row && recoveryOf(row);
    },
    current: async (nowMs) => (await tx.selectFrom('recovery').selectAll().where('expires_at_ms', '>', nowMs).orderBy('asked_at_ms').orderBy('id').execute()).map(recoveryOf),
    async setState(id, state, answer) {
      await tx.updateTable('recovery').set({ state, answer }).where('id', '=', id).execute();
    },
  };
}

function recoveryOf(row: Selectable<Schema['recovery']>): StoredRecovery {
  const { id, user_id: userId, device, key_id: keyId, sealed, answer_key: answerKey, token_hash: tokenHash, answer } = row;
  const state = row.state === 'waiting' || row.state === 'answered' ? row.state : 'refused';
  return { id, userId, device, keyId, sealed, answerKey, tokenHash, askedAtMs: Number(row.asked_at_ms), expiresAtMs: Number(row.expires_at_ms), state, answer };
}
