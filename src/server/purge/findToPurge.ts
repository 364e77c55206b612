import { isPurged } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { PulledOp } from '#core/protocol/packedOp.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { readOpBody } from '#server/sync/opBody.ts';

export type PurgeRequest = {
  readonly scopes: readonly ScopeId[];
  /** A kind of record: all of it, or the one with this id. */
  readonly entity?: string;
  readonly entityId?: string;
  /** The record of this kind with this code, as people say it aloud. */
  readonly code?: string;
  /** Single ops. */
  readonly ops?: readonly string[];
  /** Only records that were last written before this instant; of single ops, those made before it. */
  readonly before?: string;
};

export type FoundOp = {
  readonly scope: ScopeId;
  readonly id: string;
  readonly entity: string;
  readonly entityId: string;
  readonly actor: string;
  readonly at: string;
  /** Purged already. */
  readonly purged: boolean;
};

const ROWS_AT_A_TIME = 500;

/** The ops that a request names, in order of scope and arrival; held and refused ones after those that were delivered. */
export async function findToPurge(tx: StoreTransaction, request: PurgeRequest): Promise<readonly FoundOp[]> {
  const all: PulledOp[] = [];
  for (const scope of request.scopes) {
    for (let seq = 0; ;) {
      const rows = await tx.ops.opsAfter(scope, seq, ROWS_AT_A_TIME);
      all.push(...rows.map(({ body }) => readOpBody(body)).filter((op) => isNamed(request, op)));
      seq += rows.length;
      if (rows.length < ROWS_AT_A_TIME) break;
    }
  }
  const elsewhere = [
    ...(await tx.ops.heldOps()).map(({ body }) => readOpBody(body)),
    ...(await tx.ops.quarantined()).flatMap(({ body }) => quarantinedOp(body)),
  ];
  const seen = new Set(all.map(({ id }) => id));
  for (const op of elsewhere) {
    if (!request.scopes.includes(op.scope) || !isNamed(request, op) || seen.has(op.id)) continue;
    seen.add(op.id);
    all.push(op);
  }
  const known = await tx.purges.purgedIds(all.map(({ id }) => id));
  return chosen(request, all).map((op) => ({
    scope: op.scope, id: op.id, entity: op.entity, entityId: op.entityId, actor: op.actor, at: op.at, purged: known.has(op.id) || isPurged(op),
  }));
}

function isNamed({ entity, entityId, ops }: PurgeRequest, op: PulledOp): boolean {
  if (ops) return ops.includes(op.id);
  return op.entity === entity && (entityId === undefined || op.entityId === entityId);
}

/** A record goes whole or not at all: half of it would be shown as if somebody had written it so. */
function chosen({ ops, code, before }: PurgeRequest, all: readonly PulledOp[]): readonly PulledOp[] {
  if (ops) return before === undefined ? all : all.filter(({ at }) => isBefore(at, before));
  const records = new Map<string, PulledOp[]>();
  for (const op of all) {
    const key = `${op.scope} ${op.entityId}`;
    const record = records.get(key);
    if (record) record.push(op);
    else records.set(key, [op]);
  }
  const kept = new Set([...records.values()].filter((record) =>
    (code === undefined || record.some(({ set }) => sameCode(set['code'], code))) && (before === undefined || record.every(({ at }) => isBefore(at, before)))).flat());
  return all.filter((op) => kept.has(op));
}

/** Said aloud, nobody hears which letters are small. */
const sameCode = (value: unknown, code: string): boolean => typeof value === 'string' && value.toUpperCase() === code.toUpperCase();

const isBefore = (at: string, before: string): boolean => Date.parse(at) < Date.parse(before);

/** In either shape of the quarantine: the op alone, or beside its proof, which then says whose it is. */
function quarantinedOp(body: string): readonly PulledOp[] {
  const kept: PulledOp | { readonly op: PulledOp; readonly proof?: { readonly actor: string; readonly device: string } | null } = JSON.parse(body);
  const [op, proof] = 'op' in kept ? [kept.op, kept.proof] : [kept, undefined];
  return typeof op.id === 'string' ? [{ ...op, actor: op.actor ?? proof?.actor ?? '', device: op.device ?? proof?.device ?? '' }] : [];
}
