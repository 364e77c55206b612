import type { Op } from '#core/op/op.ts';
import type { PulledOp } from '#core/protocol/packedOp.ts';
import { unpackWithBody } from '#core/protocol/packOp.ts';
import { pageText, type BatchProof, type Carried, type RefusalReason } from '#core/protocol/wire.ts';
import type { StoredBatch } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { batchIdOf } from './opBody.ts';
import { isSignedBatch } from './proveBatch.ts';
import { isMacOf } from './scopeHome.ts';

/** An op that somebody brought, and what proves its author: a batch, or the page alone. */
export type CarriedOp =
  | { readonly kind: 'proved'; readonly packed: PulledOp; readonly op: Op; readonly body: string; readonly batch: string }
  | { readonly kind: 'unproved'; readonly packed: PulledOp; readonly reason: RefusalReason; readonly claimedH: string };

/** Stands for the batch of an op that only the server's MAC proves. Its scopes are read by nobody, so it is never forwarded. */
const BY_MAC: StoredBatch = { id: 'mac', proof: { device: '', actor: '', hashes: [], signature: '' }, scopes: ['*'] };

/**
 * Checks a batch by its author's signature, a page by the server's MAC. One op is unproved when its recomputed hash stands nowhere in
 * the proved list. The batches of what is proved are stored; those of which not every op is here are not forwarded, since nobody
 * knows in which scopes the others are.
 */
export async function proveCarried(tx: StoreTransaction, macKey: Uint8Array, carried: Carried): Promise<readonly CarriedOp[]> {
  const { ops } = carried;
  if (carried.kind === 'page') {
    const { page } = carried;
    if (!isMacOf(macKey, pageText(page.epoch, page), page.mac)) return ops.map((packed) => unproved(packed, 'author-not-proved', ''));
    const hashes = new Map(page.list.map(([, id, h]) => [id, h]));
    const batchOf = await batchesOfPage(tx, carried.proofs ?? [], new Set(hashes.values()), page.scope);
    return ops.map((packed) => prove(packed, (op) => hashes.get(op.id) === op.h && op.scope === page.scope, (op) => batchOf.get(op.h) ?? BY_MAC.id));
  }
  const { proof } = carried;
  if (!(await isSignedBatch(tx, proof))) return ops.map((packed) => unproved(packed, 'author-not-proved', ''));
  const hashes = new Set(proof.hashes);
  const isOfBatch = (op: Op): boolean => hashes.has(op.h) && op.device === proof.device && op.actor === proof.actor;
  const batch = batchIdOf(proof);
  const proved = ops.map((packed) => prove(packed, isOfBatch, () => batch));
  const here = new Set(proved.flatMap((one) => (one.kind === 'proved' ? [one.op.h] : [])));
  const scopes = [...new Set(proved.flatMap((one) => (one.kind === 'proved' ? [one.op.scope] : [])))].sort();
  if (here.size > 0) await tx.ops.addBatch({ id: batch, proof, scopes: proof.hashes.every((h) => here.has(h)) ? scopes : [...scopes, '*'] });
  return proved;
}

function prove(packed: PulledOp, isListed: (op: Op) => boolean, batchOf: (op: Op) => string): CarriedOp {
  const { op, body } = unpackWithBody(packed);
  return isListed(op) ? { kind: 'proved', packed, op, body, batch: batchOf(op) } : unproved(packed, 'hash-mismatch', op.h);
}

/** By hash of an op, the batch that proves it. */
async function batchesOfPage(tx: StoreTransaction, proofs: readonly BatchProof[], listed: ReadonlySet<string>, scope: string): Promise<ReadonlyMap<string, string>> {
  await tx.ops.addBatch(BY_MAC);
  const batchOf = new Map<string, string>();
  for (const proof of proofs) {
    if (!(await isSignedBatch(tx, proof))) continue;
    const id = batchIdOf(proof);
    await tx.ops.addBatch({ id, proof, scopes: proof.hashes.every((h) => listed.has(h)) ? [scope] : [scope, '*'] });
    for (const h of proof.hashes) batchOf.set(h, id);
  }
  return batchOf;
}

const unproved = (packed: PulledOp, reason: RefusalReason, claimedH: string): CarriedOp => ({ kind: 'unproved', packed, reason, claimedH });
