import type { PeopleTables, SignInFailures, StoredGrant } from '#server/store/peopleTables.ts';
import { insert, put, remove, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

const NO_FAILURES: SignInFailures = { count: 0, lastAtMs: 0 };

export function memoryPeople(state: MemoryState, journal: Journal): PeopleTables {
  const byId = <T extends { readonly id: string }>(rows: Iterable<T>): readonly T[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    accounts: async () => byId(state.accounts.values()),
    accountById: async (id) => state.accounts.get(id),
    accountByEmail: async (email) => [...state.accounts.values()].find((account) => account.email === email),
    async addAccount(account) {
      for (const other of state.accounts.values()) {
        if (other.email === account.email || other.code === account.code) throw new Error(`already there: ${account.email} ${account.code}`);
      }
      insert(journal, state.accounts, account.id, account);
    },
    async setSignInHash(id, signInHash) {
      const account = state.accounts.get(id);
      if (account) put(journal, state.accounts, id, { ...account, signInHash });
    },
    async updateAccount({ id, name, email, role, disabledAt }) {
      const before = state.accounts.get(id);
      if (!before) throw new Error(`no account ${id}`);
      for (const other of state.accounts.values()) if (other.id !== id && other.email === email) throw new Error(`already there: ${email}`);
      const { disabledAt: _, ...kept } = before;
      put(journal, state.accounts, id, { ...kept, name, email, role, ...(disabledAt === undefined ? {} : { disabledAt }) });
    },

    signInFailures: async (emailHash) => state.failures.get(emailHash) ?? NO_FAILURES,
    setSignInFailures: async (emailHash, failures) => put(journal, state.failures, emailHash, failures),

    addSession: async (session) => insert(journal, state.sessions, session.tokenHash, session),
    sessionByHash: async (tokenHash) => state.sessions.get(tokenHash),
    sessions: async () => [...state.sessions.values()].sort((a, b) => (a.tokenHash < b.tokenHash ? -1 : 1)),
    async bindSession(tokenHash, device) {
      const session = state.sessions.get(tokenHash);
      if (session) put(journal, state.sessions, tokenHash, { ...session, device });
    },
    async extendSession(tokenHash, expiresAtMs) {
      const session = state.sessions.get(tokenHash);
      if (session) put(journal, state.sessions, tokenHash, { ...session, expiresAtMs });
    },
    deleteSession: async (tokenHash) => remove(journal, state.sessions, tokenHash),
    async deleteSessionsOf(userId, butTokenHash) {
      for (const session of state.sessions.values()) {
        if (session.userId === userId && session.tokenHash !== butTokenHash) remove(journal, state.sessions, session.tokenHash);
      }
    },
    async deleteSessionsBefore(nowMs) {
      for (const session of state.sessions.values()) {
        if (session.expiresAtMs <= nowMs) remove(journal, state.sessions, session.tokenHash);
      }
    },

    deviceById: async (id) => state.devices.get(id),
    devicesOf: async (userId) => byId([...state.devices.values()].filter((device) => device.userId === userId)),
    devicesOfAll: async (userIds) => byId([...state.devices.values()].filter((device) => userIds.includes(device.userId))),
    addDevice: async (device) => insert(journal, state.devices, device.id, device),
    devices: async () => byId(state.devices.values()),
    deviceState: async (id) => state.deviceStates.get(id),
    deviceStates: async () => [...state.deviceStates.values()].sort((a, b) => (a.device < b.device ? -1 : 1)),
    putDeviceState: async (one) => put(journal, state.deviceStates, one.device, one),
    noteDeviceState: async (one) => put(journal, state.deviceStates, one.device, one),

    grantsOf: async (userId) => inOrder(state, (grant) => grant.userId === userId),
    grantsIn: async (scope) => inOrder(state, (grant) => grant.scope === scope),
    addGrant: async (grant) => put(journal, state.grants, keyOf(grant), grant),
    removeGrant: async (grant) => remove(journal, state.grants, keyOf(grant)),
    async removeGrantsVia(via) {
      for (const [key, grant] of state.grants) if (grant.via === via) remove(journal, state.grants, key);
    },
  };
}

const keyOf = ({ scope, userId, role, via }: StoredGrant): string => [scope, userId, role, via].join(' ');

function inOrder(state: MemoryState, wanted: (grant: StoredGrant) => boolean): readonly StoredGrant[] {
  return [...state.grants]
    .filter(([, grant]) => wanted(grant))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, grant]) => grant);
}
