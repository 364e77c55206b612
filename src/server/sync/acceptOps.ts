import { checkWrite } from '#core/op/permission.ts';
import { OP_VERSION, type Op } from '#core/op/op.ts';
import type { BatchProof, OpResult, RefusalReason } from '#core/protocol/wire.ts';
import type { CounterAlarm, HeldOp, QuarantinedOp } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { appendToScopes } from './appendToScopes.ts';
import { batchIdOf, opBody, quarantineBody } from './opBody.ts';
import type { ArrivedOp } from './proveBatch.ts';
import type { RolesByScope } from './rolesOf.ts';
import { linkSharedFiles, maySharePhoto } from './sharedPhoto.ts';

export type Push = {
  readonly arrived: readonly ArrivedOp[];
  readonly proof: BatchProof | undefined;
  readonly roles: RolesByScope;
  readonly userId: string;
  readonly receivedAt: string;
};

/** Judges every op by itself, in order, and stores each where it belongs: log, held, or quarantine. */
export async function acceptOps(tx: StoreTransaction, push: Push): Promise<OpResult[]> {
  const { arrived, proof } = push;
  if (arrived.length === 0) return [];
  const known = new Map(await tx.ops.knownOps(arrived.map(({ packed }) => packed.id)));
  const results: OpResult[] = [];
  const fresh: Op[] = [];
  const held: Op[] = [];
  const refused: QuarantinedOp[] = [];

  for (const one of arrived) {
    const { id } = one.packed;
    const outcome = one.kind === 'unproved' ? refusal(one.reason) : await judge(tx, push.roles, one.op, known.get(id));
    if (outcome.status === 'refused') {
      const h = one.kind === 'proved' ? one.op.h : one.claimedH;
      refused.push({
        id, h, body: quarantineBody(one.packed, proof), reason: outcome.reason, field: outcome.field ?? '',
        receivedAt: push.receivedAt, receivedFrom: push.userId,
      });
    } else if (one.kind === 'proved' && !known.has(id)) {
      known.set(id, { id, h: one.op.h, held: outcome.status === 'held' });
      (outcome.status === 'held' ? held : fresh).push(one.op);
    }
    results.push({ id, ...outcome });
  }

  if (proof && fresh.length + held.length > 0) {
    const batch = batchIdOf(proof);
    await tx.ops.addBatch({ id: batch, proof, scopes: [...new Set(arrived.map(({ packed }) => packed.scope))].sort() });
    await tx.ops.addAlarms(await alarmsFor(tx, proof.device, [...fresh, ...held], push.receivedAt));
    const stored = (op: Op): HeldOp => storedOp(op, batch, push);
    await appendToScopes(tx, fresh.map(stored));
    await tx.ops.holdOps(held.map(stored));
    for (const op of fresh) await linkSharedFiles(tx, op);
  }
  await tx.ops.quarantine(refused);
  return results;
}

type Outcome =
  | { readonly status: 'ok' | 'duplicate' | 'held' }
  | { readonly status: 'refused'; readonly reason: RefusalReason; readonly field?: string };

const refusal = (reason: RefusalReason, field?: string): Outcome =>
  field === undefined ? { status: 'refused', reason } : { status: 'refused', reason, field };

async function judge(
  tx: StoreTransaction,
  roles: RolesByScope,
  op: Op,
  known: { readonly h: string; readonly held: boolean } | undefined,
): Promise<Outcome> {
  if (known) {
    if (known.h !== op.h) return refusal('id-reused');
    return { status: known.held ? 'held' : 'duplicate' };
  }
  const verdict = checkWrite(op, roles.get(op.scope) ?? new Set(), OP_VERSION);
  if (!verdict.ok) return refusal(verdict.error.type, 'field' in verdict.error ? verdict.error.field : undefined);
  if (!(await maySharePhoto(tx, roles, op))) return refusal('source-not-readable');
  return { status: verdict.value === 'held' ? 'held' : 'ok' };
}

function storedOp(op: Op, batch: string, push: Push): HeldOp {
  const { scope, id, h, entity, entityId, actor, device, n } = op;
  return {
    scope, id, h, entity, entityId, actor, device, n, batch,
    body: opBody(op), receivedAt: push.receivedAt, receivedFrom: push.userId, via: 'push',
  };
}

async function alarmsFor(tx: StoreTransaction, device: string, ops: readonly Op[], at: string): Promise<readonly CounterAlarm[]> {
  const ids = new Map(await tx.ops.idsByCounter(device, ops.map(({ n }) => n)));
  const alarms: CounterAlarm[] = [];
  for (const { id, n } of ops) {
    const firstId = ids.get(n);
    if (firstId === undefined) ids.set(n, id);
    else if (firstId !== id) alarms.push({ device, n, firstId, otherId: id, at });
  }
  return alarms;
}
