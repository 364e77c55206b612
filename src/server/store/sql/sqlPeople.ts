import type { Kysely, Selectable } from 'kysely';
import { ACCOUNT_ROLES, GRANT_ROLES } from '#core/people/role.ts';
import { ERASES } from '#core/protocol/wire.ts';
import type { Account, DeviceState, GrantSource, PeopleTables, Session, StoredGrant } from '#server/store/peopleTables.ts';
import { inParts } from './inParts.ts';
import type { Schema } from './schema.ts';

export function sqlPeople(tx: Kysely<Schema>): PeopleTables {
  return {
    accounts: async () => (await tx.selectFrom('account').selectAll().orderBy('id').execute()).map(accountOf),
    async accountById(id) {
      const row = await tx.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
      return row && accountOf(row);
    },
    async accountByEmail(email) {
      const row = await tx.selectFrom('account').selectAll().where('email', '=', email).executeTakeFirst();
      return row && accountOf(row);
    },
    async addAccount({ id, email, name, code, role, signInHash, demo }) {
      await tx.insertInto('account').values({ id, email, name, code, role, sign_in_hash: signInHash, demo: demo ? 1 : 0 }).execute();
    },
    async setSignInHash(id, signInHash) {
      await tx.updateTable('account').set({ sign_in_hash: signInHash }).where('id', '=', id).execute();
    },
    async updateAccount({ id, name, email, role, disabledAt = null }) {
      await tx.updateTable('account').set({ name, email, role, disabled_at: disabledAt }).where('id', '=', id).execute();
    },

    async signInFailures(emailHash) {
      const row = await tx.selectFrom('sign_in_failure').selectAll().where('email_hash', '=', emailHash).executeTakeFirst();
      return row ? { count: row.count, lastAtMs: Number(row.last_at_ms) } : { count: 0, lastAtMs: 0 };
    },
    async setSignInFailures(emailHash, { count, lastAtMs }) {
      const values = { count, last_at_ms: lastAtMs };
      await tx.insertInto('sign_in_failure').values({ email_hash: emailHash, ...values })
        .onConflict((c) => c.column('email_hash').doUpdateSet(values)).execute();
    },

    async addSession({ tokenHash, userId, expiresAtMs, startedAt, device }) {
      await tx.insertInto('session').values({ token_hash: tokenHash, user_id: userId, expires_at_ms: expiresAtMs, started_at: startedAt, device }).execute();
    },
    async sessionByHash(tokenHash) {
      const row = await tx.selectFrom('session').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
      return row && sessionOf(row);
    },
    sessions: async () => (await tx.selectFrom('session').selectAll().orderBy('token_hash').execute()).map(sessionOf),
    async bindSession(tokenHash, device) {
      await tx.updateTable('session').set({ device }).where('token_hash', '=', tokenHash).execute();
    },
    async extendSession(tokenHash, expiresAtMs) {
      await tx.updateTable('session').set({ expires_at_ms: expiresAtMs }).where('token_hash', '=', tokenHash).execute();
    },
    async deleteSession(tokenHash) {
      await tx.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
    },
    async deleteSessionsOf(userId, butTokenHash) {
      await tx.deleteFrom('session').where('user_id', '=', userId).where('token_hash', '!=', butTokenHash ?? '').execute();
    },
    async deleteSessionsBefore(nowMs) {
      await tx.deleteFrom('session').where('expires_at_ms', '<=', nowMs).execute();
    },

    async deviceById(id) {
      const row = await tx.selectFrom('device').selectAll().where('id', '=', id).executeTakeFirst();
      return row && deviceOf(row);
    },
    devicesOf: async (userId) => (await tx.selectFrom('device').selectAll().where('user_id', '=', userId).orderBy('id').execute()).map(deviceOf),
    async devicesOfAll(userIds) {
      const rows = await inParts(userIds, (part) => tx.selectFrom('device').selectAll().where('user_id', 'in', [...part]).execute());
      return rows.map(deviceOf).sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    async addDevice({ id, userId, publicKey, letter, registeredAt }) {
      await tx.insertInto('device').values({ id, user_id: userId, public_key: publicKey, letter, registered_at: registeredAt }).execute();
    },
    devices: async () => (await tx.selectFrom('device').selectAll().orderBy('id').execute()).map(deviceOf),
    async deviceState(id) {
      const row = await tx.selectFrom('device_state').selectAll().where('device', '=', id).executeTakeFirst();
      return row && deviceStateOf(row);
    },
    deviceStates: async () => (await tx.selectFrom('device_state').selectAll().orderBy('device').execute()).map(deviceStateOf),
    putDeviceState: (state) => putDeviceState(tx, state),
    noteDeviceState: (state) => putDeviceState(tx, state),

    grantsOf: async (userId) => (await grants(tx).where('user_id', '=', userId).execute()).map(grantOf),
    grantsIn: async (scope) => (await grants(tx).where('scope', '=', scope).execute()).map(grantOf),
    async addGrant({ scope, userId, role, via }) {
      await tx.insertInto('scope_grant').values({ scope, user_id: userId, role, via }).onConflict((c) => c.doNothing()).execute();
    },
    async removeGrant({ scope, userId, role, via }) {
      await tx.deleteFrom('scope_grant').where('scope', '=', scope).where('user_id', '=', userId).where('role', '=', role).where('via', '=', via).execute();
    },
    async removeGrantsVia(via) {
      await tx.deleteFrom('scope_grant').where('via', '=', via).execute();
    },
  };
}

function grants(tx: Kysely<Schema>) {
  return tx.selectFrom('scope_grant').selectAll().orderBy('scope').orderBy('user_id').orderBy('role').orderBy('via');
}

async function putDeviceState(tx: Kysely<Schema>, { device, lastSeenAt, waitingOps, waitingFiles, waitingSince, erase, toldAt }: DeviceState): Promise<void> {
  const values = {
    last_seen_at: lastSeenAt, waiting_ops: waitingOps, waiting_files: waitingFiles, waiting_since: waitingSince, erase, told_at: toldAt,
  };
  await tx.insertInto('device_state').values({ device, ...values }).onConflict((c) => c.column('device').doUpdateSet(values)).execute();
}

function accountOf(row: Selectable<Schema['account']>): Account {
  const { id, email, name, code, role, sign_in_hash: signInHash, demo, disabled_at: disabledAt } = row;
  return { id, email, name, code, role: roleOf(ACCOUNT_ROLES, role), signInHash, demo: demo === 1, ...(disabledAt === null ? {} : { disabledAt }) };
}

function sessionOf({ token_hash: tokenHash, user_id: userId, expires_at_ms: expiresAtMs, started_at: startedAt, device }: Selectable<Schema['session']>): Session {
  return { tokenHash, userId, expiresAtMs: Number(expiresAtMs), startedAt, device };
}

function deviceStateOf(row: Selectable<Schema['device_state']>): DeviceState {
  const { device, last_seen_at: lastSeenAt, waiting_ops: waitingOps, waiting_files: waitingFiles, waiting_since: waitingSince, told_at: toldAt } = row;
  return { device, lastSeenAt, waitingOps, waitingFiles, waitingSince, erase: ERASES.find((known) => known === row.erase) ?? '', toldAt };
}

function deviceOf({ id, user_id: userId, public_key: publicKey, letter, registered_at: registeredAt }: Selectable<Schema['device']>) {
  return { id, userId, publicKey, letter, registeredAt };
}

function grantOf({ scope, user_id: userId, role, via }: Selectable<Schema['scope_grant']>): StoredGrant {
  return { scope, userId, role: roleOf(GRANT_ROLES, role), via: sourceOf(via) };
}

function roleOf<Role extends string>(roles: readonly Role[], text: string): Role {
  const role = roles.find((known) => known === text);
  if (!role) throw new Error(`unknown role in the database: ${text}`);
  return role;
}

function sourceOf(text: string): GrantSource {
  if (text === 'create-agency' || text === 'name-manager' || text === 'name-reader' || text === 'set-region') return text;
  return `visit:${text.slice('visit:'.length)}`;
}
