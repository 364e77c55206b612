import { isPurged, OP_VERSION } from '#core/op/op.ts';
import type { OpResult, Carried } from '#core/protocol/wire.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { QuarantinedOp } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import type { SyncSession } from './handleSync.ts';
import { judgeKnown, judgeOp, refusal, type Outcome } from './judgeOp.ts';
import { keepOps, type KeptOp } from './keepOps.ts';
import { quarantineBody } from './opBody.ts';
import { proveCarried, type CarriedOp } from './proveCarried.ts';
import { rolesOf, type RolesByScope } from './rolesOf.ts';

export type Carriage = {
  readonly carried: readonly Carried[];
  readonly macKey: Uint8Array;
  readonly session: SyncSession;
  readonly nowMs: number;
};

/**
 * Takes in what somebody brings for others. An op of a batch is judged by its author's roles, whoever carries it; an op of a page that
 * this server proved once was accepted then, and is accepted again as it was. What is not proved goes to the quarantine; nothing
 * blocks the rest; the same again changes nothing.
 */
export async function acceptCarried(tx: StoreTransaction, { carried, macKey, session, nowMs }: Carriage): Promise<OpResult[]> {
  const { userId, device, ip, erase } = session;
  const receivedAt = new Date(nowMs).toISOString();
  const results: OpResult[] = [];
  const refused: QuarantinedOp[] = [];
  let stored = 0;
  const roles = rolesOnce(tx);
  for (const one of carried) {
    const ops = await proveCarried(tx, macKey, one);
    const ids = ops.map(({ packed }) => packed.id);
    const known = new Map(await tx.ops.knownOps(ids));
    const purged = await tx.purges.purgedIds(ids);
    const scopes = await tx.ops.scopesByIds([...new Set(ops.map(({ packed }) => packed.scope))]);
    const judge = async (arrived: CarriedOp): Promise<Outcome> => {
      if (erase === 'at-once') return refusal('device-revoked');
      if (arrived.kind === 'unproved') return refusal(arrived.reason);
      const { op } = arrived;
      const before = known.get(op.id);
      if (before) return judgeKnown(op, before);
      if (!scopes.has(op.scope)) return refusal('unknown-scope');
      return one.kind === 'page' ? { status: 'ok' } : judgeOp(tx, await roles(op.actor), op, undefined, OP_VERSION);
    };
    const kept: KeptOp[] = [];
    for (const arrived of ops) {
      const { id } = arrived.packed;
      // What was erased must not come back; and of an op that its carrier has erased there is nothing to keep.
      if (purged.has(id) || (isPurged(arrived.packed) && !known.has(id))) {
        results.push({ id, status: 'purged' });
        continue;
      }
      const outcome = await judge(arrived);
      if (outcome.status === 'refused') {
        const h = arrived.kind === 'proved' ? arrived.op.h : arrived.claimedH;
        refused.push({ id, h, body: quarantineBody(arrived.packed, one), reason: outcome.reason, field: outcome.field ?? '', receivedAt, receivedFrom: userId });
      } else if (arrived.kind === 'proved' && outcome.status !== 'duplicate' && !known.has(id)) {
        known.set(id, { id, h: arrived.op.h, held: outcome.status === 'held' });
        kept.push({ op: arrived.op, body: arrived.body, status: outcome.status, batch: arrived.batch });
      }
      results.push({ id, ...outcome });
    }
    await keepOps(tx, kept, { receivedAt, receivedFrom: userId, via: one.kind === 'page' ? 'restore' : 'bundle' });
    stored += kept.length;
  }
  await tx.ops.quarantine(refused);
  if (stored + refused.length > 0) {
    await recordAudit(tx, { action: 'push-carried', subject: userId, atMs: nowMs, actor: userId, device, ip, detail: { stored, refused: refused.length } });
  }
  return results;
}

/** The roles of each author, read once. */
function rolesOnce(tx: StoreTransaction): (userId: string) => Promise<RolesByScope> {
  const read = new Map<string, RolesByScope>();
  return async (userId) => {
    const known = read.get(userId) ?? (await rolesOf(tx, userId));
    read.set(userId, known);
    return known;
  };
}
