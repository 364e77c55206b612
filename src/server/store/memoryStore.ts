import { put, rollBack, type Journal } from '#server/store/memory/journal.ts';
import { memoryAudit } from '#server/store/memory/memoryAudit.ts';
import { memoryEditions } from '#server/store/memory/memoryEditions.ts';
import { memoryForms } from '#server/store/memory/memoryForms.ts';
import { memoryFiles } from '#server/store/memory/memoryFiles.ts';
import { memoryInvitations } from '#server/store/memory/memoryInvitations.ts';
import { memoryOps } from '#server/store/memory/memoryOps.ts';
import { memoryPeople } from '#server/store/memory/memoryPeople.ts';
import { memoryPurges } from '#server/store/memory/memoryPurges.ts';
import { memoryRecovery } from '#server/store/memory/memoryRecovery.ts';
import { emptyState, type MemoryState } from '#server/store/memory/memoryState.ts';
import { memoryVisitKeys } from '#server/store/memory/memoryVisitKeys.ts';
import type { Store, StoreTransaction } from './store.ts';

/** A store for tests and for the simulation: the same contract, nothing on a disk, and back-ups that can be restored. */
export type MemoryStore = Store & {
  readonly snapshot: () => MemorySnapshot;
  /** Goes back to a snapshot, as an operator who restores a back-up; the epoch stays the snapshot's. */
  readonly restore: (snapshot: MemorySnapshot) => void;
};

export type MemorySnapshot = { readonly state: MemoryState };

export function createMemoryStore(): MemoryStore {
  let state = emptyState();
  let last: Promise<unknown> = Promise.resolve();

  const run = async <T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> => {
    const journal: Journal = { undo: [] };
    try {
      return await work(transactionOn(state, journal));
    } catch (error) {
      rollBack(journal);
      throw error;
    }
  };
  return {
    transaction(work) {
      const result = last.then(() => run(work));
      last = result.then(() => undefined, () => undefined);
      return result;
    },
    close: async () => undefined,
    snapshot: () => ({ state: structuredClone(state) }),
    restore(snapshot) {
      state = structuredClone(snapshot.state);
    },
  };
}

function transactionOn(state: MemoryState, journal: Journal): StoreTransaction {
  return {
    meta: {
      get: async (name) => state.meta.get(name),
      set: async (name, value) => put(journal, state.meta, name, value),
    },
    people: memoryPeople(state, journal),
    ops: memoryOps(state, journal),
    editions: memoryEditions(state, journal),
    files: memoryFiles(state, journal),
    audit: memoryAudit(state, journal),
    forms: memoryForms(state, journal),
    visitKeys: memoryVisitKeys(state, journal),
    invitations: memoryInvitations(state, journal),
    purges: memoryPurges(state, journal),
    recovery: memoryRecovery(state, journal),
  };
}
