import type { VisitKeyTable } from '#server/store/visitKeyTable.ts';
import { insert, put, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

export function memoryVisitKeys(state: MemoryState, journal: Journal): VisitKeyTable {
  const keysOf: VisitKeyTable['keysOf'] = async (scope) =>
    [...state.visitKeys.values()].filter((key) => key.scope === scope).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    keysOf,
    add: async (key) => insert(journal, state.visitKeys, key.id, key),
    async retire(scope) {
      for (const key of await keysOf(scope)) put(journal, state.visitKeys, key.id, { ...key, retired: true });
    },
  };
}
