import * as v from 'valibot';
import { OP_VERSION, type Op } from '#core/op/op.ts';
import { isScopeId } from '#core/op/scope.ts';
import { isPulledOp } from '#core/protocol/packedOp.ts';
import { unpackWithBody } from '#core/protocol/packOp.ts';
import { batchProof, type BatchProof, type RefusalReason } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { QuarantinedOp } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { judgeOp } from './judgeOp.ts';
import { keepOps } from './keepOps.ts';
import { batchIdOf } from './opBody.ts';
import { isSignedBatch } from './proveBatch.ts';
import { rolesOf } from './rolesOf.ts';

export type Release = { readonly id: string; readonly h: string; readonly by: string; readonly atMs: number };

export type ReleaseRefusal =
  | { readonly type: 'not-in-quarantine' }
  /** Nobody's signature stands for it, or the scope is gone: no administrator can change that. */
  | { readonly type: 'still-refused'; readonly reason: RefusalReason };

const quarantined = v.object({ op: v.unknown(), proof: v.nullish(batchProof) });

/**
 * Judges an op of the quarantine anew, by what its author may do now: what is allowed is delivered as if it had just come, with the
 * proof that came with it, and leaves the quarantine. Without a good proof nothing is ever released.
 */
export async function releaseQuarantined(tx: StoreTransaction, { id, h, by, atMs }: Release): Promise<Result<'ok' | 'held' | 'duplicate', ReleaseRefusal>> {
  const [row] = await tx.ops.quarantinedOp(id, h);
  if (!row) return err({ type: 'not-in-quarantine' });
  const proved = await proveAgain(tx, row);
  if (!proved.ok) return err({ type: 'still-refused', reason: proved.error });
  const { op, body, proof } = proved.value;
  await tx.ops.lockScopes([op.scope]);
  if (!(await tx.ops.scopeById(op.scope))) return err({ type: 'still-refused', reason: 'unknown-scope' });
  const known = (await tx.ops.knownOps([id])).get(id);
  const outcome = await judgeOp(tx, await rolesOf(tx, op.actor), op, known, OP_VERSION);
  if (outcome.status === 'refused') return err({ type: 'still-refused', reason: outcome.reason });
  if (outcome.status !== 'duplicate' && !known) {
    const batch = batchIdOf(proof);
    // Which scopes the other ops of the batch are in is not known here: its list of hashes is not forwarded.
    await tx.ops.addBatch({ id: batch, proof, scopes: proof.hashes.length === 1 ? [op.scope] : [op.scope, '*'] });
    await keepOps(tx, [{ op, body, status: outcome.status, batch }], { receivedAt: row.receivedAt, receivedFrom: row.receivedFrom, via: row.receivedFrom === op.actor ? 'push' : 'bundle' });
  }
  await tx.ops.leaveQuarantine(id, h);
  await recordAudit(tx, { action: 'quarantine-released', subject: id, atMs, actor: by, detail: { reason: row.reason } });
  return ok(outcome.status);
}

async function proveAgain(tx: StoreTransaction, { body: kept, h }: QuarantinedOp): Promise<Result<{ op: Op; body: string; proof: BatchProof }, RefusalReason>> {
  const read = v.safeParse(quarantined, JSON.parse(kept));
  if (!read.success || !read.output.proof) return err('author-not-proved');
  const { proof } = read.output;
  const packed: unknown = { device: proof.device, actor: proof.actor, ...Object(read.output.op) };
  if (!isPulledOp(packed) || !isScopeId(packed.scope)) return err('unknown-scope');
  const { op, body } = unpackWithBody(packed);
  const isHis = op.device === proof.device && op.actor === proof.actor && proof.hashes.includes(h) && (await isSignedBatch(tx, proof));
  if (!isHis) return err('author-not-proved');
  return op.h === h ? ok({ op, body, proof }) : err('hash-mismatch');
}
