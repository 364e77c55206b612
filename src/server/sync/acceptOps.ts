import { OP_VERSION } from '#core/op/op.ts';
import type { BatchProof, OpResult } from '#core/protocol/wire.ts';
import type { QuarantinedOp, StoredOp } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { judgeOp, refusal } from './judgeOp.ts';
import { keepOps, type KeptOp } from './keepOps.ts';
import { batchIdOf, quarantineBody } from './opBody.ts';
import type { ArrivedOp } from './proveBatch.ts';
import type { RolesByScope } from './rolesOf.ts';

export type Push = {
  readonly arrived: readonly ArrivedOp[];
  readonly proof: BatchProof | undefined;
  readonly roles: RolesByScope;
  readonly userId: string;
  readonly receivedAt: string;
};

export type Accepted = {
  readonly results: OpResult[];
  /** What the logs gained. */
  readonly appended: readonly StoredOp[];
};

/** Judges every op by itself, in order, and stores each where it belongs: log, held, or quarantine. */
export async function acceptOps(tx: StoreTransaction, push: Push): Promise<Accepted> {
  const { arrived, proof, receivedAt, userId: receivedFrom } = push;
  if (arrived.length === 0) return { results: [], appended: [] };
  const ids = arrived.map(({ packed }) => packed.id);
  const known = new Map(await tx.ops.knownOps(ids));
  const purged = await tx.purges.purgedIds(ids);
  const batch = proof ? batchIdOf(proof) : '';
  const results: OpResult[] = [];
  const kept: KeptOp[] = [];
  const refused: QuarantinedOp[] = [];

  for (const one of arrived) {
    const { id } = one.packed;
    // Before anything is judged: what was erased must not come back, not even by way of the quarantine.
    if (purged.has(id)) {
      results.push({ id, status: 'purged' });
      continue;
    }
    const outcome = one.kind === 'unproved' ? refusal(one.reason) : await judgeOp(tx, push.roles, one.op, known.get(id), OP_VERSION);
    if (outcome.status === 'refused') {
      const h = one.kind === 'proved' ? one.op.h : one.claimedH;
      refused.push({ id, h, body: quarantineBody(one.packed, { proof }), reason: outcome.reason, field: outcome.field ?? '', receivedAt, receivedFrom });
    } else if (one.kind === 'proved' && outcome.status !== 'duplicate' && !known.has(id)) {
      known.set(id, { id, h: one.op.h, held: outcome.status === 'held' });
      kept.push({ op: one.op, body: one.body, status: outcome.status, batch });
    }
    results.push({ id, ...outcome });
  }

  let appended: readonly StoredOp[] = [];
  if (proof && kept.length > 0) {
    await tx.ops.addBatch({ id: batch, proof, scopes: [...new Set(arrived.map(({ packed }) => packed.scope))].sort() });
    appended = await keepOps(tx, kept, { receivedAt, receivedFrom, via: 'push' });
  }
  await tx.ops.quarantine(refused);
  return { results, appended };
}
