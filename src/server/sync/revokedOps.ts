import { unpackOp } from '#core/protocol/packOp.ts';
import type { SyncRequest } from '#core/protocol/wire.ts';
import type { ArrivedBatch } from './proveBatch.ts';

/** What a device sends that must erase at once: none of it is taken, all of it is kept apart with its proof, whatever that proves. */
export function revokedOps({ batch, ops }: Pick<SyncRequest, 'batch' | 'ops'>): ArrivedBatch {
  const hashes = batch?.hashes ?? (batch ? ops.map((packed) => unpackOp({ ...packed, device: batch.device, actor: batch.actor }).h) : []);
  return {
    proved: false,
    proof: batch && { ...batch, hashes },
    ops: ops.map((packed, i) => ({ kind: 'unproved', packed, reason: 'device-revoked', claimedH: hashes[i] ?? '' })),
  };
}
