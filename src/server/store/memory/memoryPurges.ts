import type { PurgeTable, StoredPurge } from '#server/store/purgeTable.ts';
import { insert, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

export function memoryPurges(state: MemoryState, journal: Journal): PurgeTable {
  const byNumber = (a: StoredPurge, b: StoredPurge): number => a.n - b.n;
  const inScope = (scope: string): StoredPurge[] => [...state.purged.values()].filter((purge) => purge.scope === scope).sort(byNumber);
  return {
    purgedIds: async (ids) => new Set(ids.filter((id) => state.purged.has(id))),
    lastOf: async (scope) => inScope(scope).at(-1)?.n ?? 0,
    async add(purges) {
      for (const purge of purges) {
        if (inScope(purge.scope).some(({ n }) => n === purge.n)) throw new Error(`already there: ${purge.scope} ${purge.n}`);
        insert(journal, state.purged, purge.id, purge);
      }
    },
    after: async (scope, n, limit) => inScope(scope).filter((purge) => purge.n > n).slice(0, limit),
    all: async () => [...state.purged.values()].sort((a, b) => (a.scope === b.scope ? byNumber(a, b) : a.scope < b.scope ? -1 : 1)),
  };
}
