import type { AuditTable } from '#server/store/auditTable.ts';
import { FIRST_CHAIN } from '#core/op/chain.ts';
import { append, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

export function memoryAudit(state: MemoryState, journal: Journal): AuditTable {
  return {
    lockHead: async () => state.audit.at(-1) ?? { seq: 0, chain: FIRST_CHAIN },
    async append(entry) {
      if (entry.seq !== state.audit.length + 1) throw new Error(`not the next entry of the audit log: ${entry.seq}`);
      append(journal, state.audit, entry);
    },
    async entries({ actor, action, from, until }, before, limit) {
      return state.audit.toReversed().filter((entry) => entry.seq < before && (actor === undefined || entry.actor === actor) && (action === undefined || entry.action === action)
        && (from === undefined || entry.at >= from) && (until === undefined || entry.at <= until)).slice(0, limit);
    },
    inOrder: async (after, limit) => state.audit.slice(after, after + limit),
  };
}
