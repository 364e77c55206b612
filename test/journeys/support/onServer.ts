import type { PulledOp } from '#core/protocol/packedOp.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { openStore, type StoreSettings } from '#server/store/openStore.ts';
import { chainAfter, FIRST_CHAIN } from '#core/op/chain.ts';
import { readOpBody } from '#server/sync/opBody.ts';
import { addOps, emptyScopeState, type ScopeState } from '#core/op/scopeState.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import { expect } from 'vitest';

/** What a stopped server has of a scope: every op in order, its chain checked, and what they say together. */
export async function onServer(settings: StoreSettings, scope: ScopeId): Promise<{ readonly ops: readonly PulledOp[]; readonly state: ScopeState }> {
  const store = await openStore(settings, Date.now());
  try {
    const rows = await store.transaction((tx) => tx.ops.opsAfter(scope, 0, 1_000_000));
    let chain = FIRST_CHAIN;
    rows.forEach((row, index) => {
      chain = chainAfter(chain, row.h);
      expect([row.seq, row.chain]).toEqual([index + 1, chain]);
    });
    const ops = rows.map(({ body }) => readOpBody(body));
    return { ops, state: addOps(emptyScopeState, ops.map(unpackOp)) };
  } finally {
    await store.close();
  }
}
