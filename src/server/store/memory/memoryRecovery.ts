import type { RecoveryTable } from '#server/store/recoveryTable.ts';
import { insert, put, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

export function memoryRecovery(state: MemoryState, journal: Journal): RecoveryTable {
  return {
    add: async (request) => insert(journal, state.recoveries, request.id, request),
    byId: async (id) => state.recoveries.get(id),
    current: async (nowMs) => [...state.recoveries.values()].filter((one) => one.expiresAtMs > nowMs).sort((a, b) => a.askedAtMs - b.askedAtMs || (a.id < b.id ? -1 : 1)),
    async setState(id, next, answer) {
      const request = state.recoveries.get(id);
      if (request) put(journal, state.recoveries, id, { ...request, state: next, answer });
    },
  };
}
