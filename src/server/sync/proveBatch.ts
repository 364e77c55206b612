import { isScopeId } from '#core/op/scope.ts';
import type { Op } from '#core/op/op.ts';
import type { PushedOp } from '#core/protocol/packedOp.ts';
import { unpackWithBody } from '#core/protocol/packOp.ts';
import { batchText, type BatchProof, type RefusalReason, type SyncRequest } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { isSignedBy } from '#server/auth/isSignedBy.ts';

/** An op as it came, and whether it is what its author signed. */
export type ArrivedOp =
  | { readonly kind: 'proved'; readonly packed: PushedOp; readonly op: Op; readonly body: string }
  | { readonly kind: 'unproved'; readonly packed: PushedOp; readonly reason: RefusalReason; readonly claimedH: string };

export type ArrivedBatch = {
  /** Whether what the request commands is done: it asks for nothing in another's name. */
  readonly proved: boolean;
  /** As it is kept and forwarded: always with its list of hashes. */
  readonly proof: BatchProof | undefined;
  readonly ops: readonly ArrivedOp[];
};

/** Nobody has registered the device, or that was forgotten with a restored back-up: nothing was stored. The transport answers 409 `device-unknown`. */
export class DeviceUnknown extends Error {
  override readonly name = 'DeviceUnknown';
}

/**
 * The batch came without its hashes, and the signature does not fit the recomputed ones: with them, what is wrong is found, and the
 * rest is taken. The transport answers 422 `hashes-wanted`; nothing was stored.
 */
export class HashesWanted extends Error {
  override readonly name = 'HashesWanted';
}

/**
 * Checks the proof of authorship. The whole batch is unproved when it is not signed by a device of its actor, its
 * actor is not the session's user, or its list is not as long as its ops; one op is unproved when its recomputed hash
 * is not the signed one.
 */
export async function proveBatch(
  tx: StoreTransaction,
  session: { readonly userId: string },
  { batch, ops }: Pick<SyncRequest, 'batch' | 'ops'>,
): Promise<ArrivedBatch> {
  if (!batch) return { proved: ops.length === 0, proof: undefined, ops: ops.map((packed) => unproved(packed, 'author-not-proved', '')) };
  const { device, actor } = batch;
  const unpacked = ops.map((packed) => unpackWithBody({ ...packed, device, actor }));
  const hashes = batch.hashes ?? unpacked.map(({ op }) => op.h);
  const proof = { ...batch, hashes };
  const mayBeProved = hashes.length === ops.length && actor === session.userId;
  const known = actor === session.userId ? await tx.people.deviceById(device) : undefined;
  if (actor === session.userId && !known) throw new DeviceUnknown();
  const publicKey = mayBeProved && known?.userId === actor ? known.publicKey : undefined;
  const proved = publicKey !== undefined && isSignedBy(publicKey, batchText(hashes), batch.signature);
  if (!proved && publicKey !== undefined && !batch.hashes) throw new HashesWanted();
  return {
    proved,
    proof,
    ops: ops.map((packed, i) => {
      const [one, claimedH] = [unpacked[i], hashes[i] ?? ''];
      if (!proved || !one) return unproved(packed, 'author-not-proved', claimedH);
      const { op, body } = one;
      if (!isScopeId(op.scope)) return unproved(packed, 'unknown-scope', claimedH);
      return op.h === claimedH ? { kind: 'proved', packed, op: { ...op, scope: op.scope }, body } : unproved(packed, 'hash-mismatch', claimedH);
    }),
  };
}

/** Whether a device of its actor has signed a batch, whoever brings it. */
export async function isSignedBatch(tx: StoreTransaction, proof: BatchProof): Promise<boolean> {
  const publicKey = await keyOf(tx, proof);
  return publicKey !== undefined && isSignedBy(publicKey, batchText(proof.hashes), proof.signature);
}

async function keyOf(tx: StoreTransaction, batch: Pick<BatchProof, 'device' | 'actor'>): Promise<string | undefined> {
  const device = await tx.people.deviceById(batch.device);
  return device?.userId === batch.actor ? device.publicKey : undefined;
}

function unproved(packed: PushedOp, reason: RefusalReason, claimedH: string): ArrivedOp {
  return { kind: 'unproved', packed, reason, claimedH };
}
