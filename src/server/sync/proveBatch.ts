import { isScopeId } from '#core/op/scope.ts';
import type { Op } from '#core/op/op.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import { batchText, type BatchProof, type PushedOp, type RefusalReason, type SyncRequest } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { isSignedBy } from '#server/auth/isSignedBy.ts';

/** An op as it came, and whether it is what its author signed. */
export type ArrivedOp =
  | { readonly kind: 'proved'; readonly packed: PushedOp; readonly op: Op }
  | { readonly kind: 'unproved'; readonly packed: PushedOp; readonly reason: RefusalReason; readonly claimedH: string };

/**
 * Checks the proof of authorship. The whole batch is unproved when it is not signed by a device of its actor, its
 * actor is not the session's user, or its list is not as long as its ops; one op is unproved when its recomputed hash
 * is not the signed one.
 */
export async function proveBatch(
  tx: StoreTransaction,
  session: { readonly userId: string },
  { batch, ops }: Pick<SyncRequest, 'batch' | 'ops'>,
): Promise<{ readonly proved: boolean; readonly ops: readonly ArrivedOp[] }> {
  if (!batch) return { proved: ops.length === 0, ops: ops.map((packed) => unproved(packed, 'author-not-proved', '')) };
  const proved = batch.hashes.length === ops.length && batch.actor === session.userId && (await isSigned(tx, batch));
  return {
    proved,
    ops: ops.map((packed, i) => {
      const claimedH = batch.hashes[i] ?? '';
      return proved ? judge(packed, batch, claimedH) : unproved(packed, 'author-not-proved', claimedH);
    }),
  };
}

async function isSigned(tx: StoreTransaction, batch: BatchProof): Promise<boolean> {
  const device = await tx.people.deviceById(batch.device);
  return device !== undefined && device.userId === batch.actor && isSignedBy(device.publicKey, batchText(batch.hashes), batch.signature);
}

function judge(packed: PushedOp, { device, actor }: BatchProof, claimedH: string): ArrivedOp {
  const { scope } = packed;
  if (!isScopeId(scope)) return unproved(packed, 'unknown-scope', claimedH);
  const op = unpackOp({ ...packed, scope, device, actor });
  return op.h === claimedH ? { kind: 'proved', packed, op } : unproved(packed, 'hash-mismatch', claimedH);
}

function unproved(packed: PushedOp, reason: RefusalReason, claimedH: string): ArrivedOp {
  return { kind: 'unproved', packed, reason, claimedH };
}
