import { chainAfter } from '#core/op/chain.ts';
import type { HeldOp, StoredOp } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** Gives each op the next `seq` of its scope and the next link of its chain, under the scope's lock. */
export async function appendToScopes(tx: StoreTransaction, ops: readonly HeldOp[]): Promise<readonly StoredOp[]> {
  const heads = new Map(await tx.ops.lockScopes([...new Set(ops.map(({ scope }) => scope))].sort()));
  const appended: StoredOp[] = [];
  for (const op of ops) {
    const head = heads.get(op.scope);
    if (!head) throw new Error(`no scope ${op.scope}`);
    const next = { ...head, seq: head.seq + 1, chain: chainAfter(head.chain, op.h) };
    heads.set(op.scope, next);
    appended.push({ ...op, seq: next.seq, chain: next.chain });
  }
  await tx.ops.appendOps(appended);
  for (const { id, seq, chain } of heads.values()) await tx.ops.moveHead(id, seq, chain);
  return appended;
}
