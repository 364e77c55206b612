import type { HeldOp, KnownOp, OpTables, StoredOp } from '#server/store/opTables.ts';
import { append, insert, put, remove, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

export function memoryOps(state: MemoryState, journal: Journal): OpTables {
  const counter = (op: { device: string; n: number }): string => `${op.device} ${op.n}`;
  const noteCounter = (op: StoredOp | HeldOp): void => {
    if (!state.idByCounter.has(counter(op))) put(journal, state.idByCounter, counter(op), op.id);
  };
  const known = (id: string): KnownOp | undefined => {
    const stored = state.opsById.get(id);
    if (stored) return { id, h: stored.h, held: false };
    const held = state.held.get(id);
    return held && { id, h: held.h, held: true };
  };
  return {
    async lockScopes(ids) {
      return new Map(ids.flatMap((id) => { const scope = state.scopes.get(id); return scope ? [[id, scope] as const] : []; }));
    },
    scopeById: async (id) => state.scopes.get(id),
    scopes: async () => [...state.scopes.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    async scopesByIds(ids) {
      return new Map(ids.flatMap((id) => { const scope = state.scopes.get(id); return scope ? [[id, scope] as const] : []; }));
    },
    async addScope(scope) {
      insert(journal, state.scopes, scope.id, scope);
      put(journal, state.logs, scope.id, []);
    },
    async moveHead(scope, seq, chain) {
      const before = state.scopes.get(scope);
      if (!before) throw new Error(`no scope ${scope}`);
      put(journal, state.scopes, scope, { ...before, seq, chain });
    },

    async knownOps(ids) {
      return new Map(ids.flatMap((id) => { const op = known(id); return op ? [[id, op] as const] : []; }));
    },
    async idsByCounter(device, counters) {
      return new Map(counters.flatMap((n) => { const id = state.idByCounter.get(counter({ device, n })); return id ? [[n, id] as const] : []; }));
    },
    async appendOps(ops) {
      for (const op of ops) {
        const log = state.logs.get(op.scope);
        if (!log || op.seq !== log.length + 1) throw new Error(`not the next seq of ${op.scope}: ${op.seq}`);
        insert(journal, state.opsById, op.id, op);
        append(journal, log, op);
        noteCounter(op);
      }
    },
    opsAfter: async (scope, seq, limit) => state.logs.get(scope)?.slice(seq, seq + limit) ?? [],
    opsOfEntity: async (scope, entity) => state.logs.get(scope)?.filter((op) => op.entity === entity) ?? [],
    async bodiesOf(ids) {
      return ids.flatMap((id) => {
        const op = state.opsById.get(id) ?? state.held.get(id);
        return op ? [{ id, scope: op.scope, body: op.body }] : [];
      });
    },
    async replaceBodies(bodies) {
      for (const { id, body } of bodies) {
        const [stored, held] = [state.opsById.get(id), state.held.get(id)];
        if (held) put(journal, state.held, id, { ...held, body });
        if (!stored) continue;
        put(journal, state.opsById, id, { ...stored, body });
        const log = state.logs.get(stored.scope) ?? [];
        log[stored.seq - 1] = { ...stored, body };
        journal.undo.push(() => { log[stored.seq - 1] = stored; });
      }
    },
    async actorsIn(scopes) {
      return [...new Set(scopes.flatMap((scope) => state.logs.get(scope)?.map((op) => op.actor) ?? []))].sort();
    },

    async addBatch(batch) {
      if (!state.batches.has(batch.id)) put(journal, state.batches, batch.id, batch);
    },
    batchesByIds: async (ids) => [...new Set(ids)].sort().flatMap((id) => state.batches.get(id) ?? []),

    async holdOps(ops) {
      for (const op of ops) {
        insert(journal, state.held, op.id, op);
        noteCounter(op);
      }
    },
    heldOps: async () => [...state.held.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    releaseHeld: async (id) => remove(journal, state.held, id),

    async quarantine(ops) {
      for (const op of ops) {
        const key = `${op.id} ${op.h} ${op.reason}`;
        if (!state.quarantine.has(key)) put(journal, state.quarantine, key, op);
      }
    },
    async replaceQuarantined(op) {
      const key = `${op.id} ${op.h} ${op.reason}`;
      if (state.quarantine.has(key)) put(journal, state.quarantine, key, op);
    },
    quarantined: async () => [...state.quarantine].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, op]) => op),
    quarantinedOp: async (id, h) => [...state.quarantine.values()].filter((op) => op.id === id && op.h === h).sort((a, b) => (a.reason < b.reason ? -1 : 1)),
    async leaveQuarantine(id, h) {
      for (const [key, op] of state.quarantine) if (op.id === id && op.h === h) remove(journal, state.quarantine, key);
    },
    async latestQuarantined(limit) {
      const newest = [...state.quarantine.values()].sort((a, b) => (a.receivedAt === b.receivedAt ? (a.id < b.id ? 1 : -1) : a.receivedAt < b.receivedAt ? 1 : -1));
      return { ops: newest.slice(0, limit), count: newest.length };
    },
    async addAlarms(alarms) {
      for (const alarm of alarms) {
        const key = `${alarm.device} ${alarm.n} ${alarm.otherId}`;
        if (!state.alarms.has(key)) put(journal, state.alarms, key, alarm);
      }
    },
    alarms: async () => [...state.alarms.values()].sort((a, b) => a.n - b.n || (a.otherId < b.otherId ? -1 : 1)),
  };
}
