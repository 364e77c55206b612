import { factsOf, readText } from '#core/op/readField.ts';
import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { EntityState, ScopeState } from '#core/op/scopeState.ts';
import { standardOfKey } from '#core/rating/ratingKey.ts';

/** The server's word for one op: its number in the scope, and when it said so by its own clock (absent: kept by an older build). */
export type Confirmation = { readonly seq: number; readonly confirmedAtMs: number | undefined };

/** One record on the receipt: every op of it counts once. */
export type ReceiptLine = {
  readonly key: string;
  readonly scope: ScopeId;
  readonly entity: string;
  /** Its spoken code, or the standard that it rates; '' where it has neither. */
  readonly name: string;
  readonly authors: readonly string[];
  readonly recordedAt: string;
  readonly changedAt: string;
  readonly ops: readonly { readonly id: string; readonly at: string; readonly actor: string; readonly confirmed: Confirmation | undefined }[];
  readonly onServer: number;
  /** The last confirmation of its ops; `undefined` where one is missing. */
  readonly confirmed: Confirmation | undefined;
};

/** Every record of a visit with the server's confirmation. `total` = `onServer` + `held` + `waiting`; what was refused is in none of them. */
export type Receipt = {
  readonly lines: readonly ReceiptLine[];
  readonly total: number;
  readonly onServer: number;
  /** Acknowledged, waiting for a newer server. */
  readonly held: number;
  readonly waiting: number;
};

export function receiptOf(scopes: readonly (readonly [ScopeId, ScopeState])[], confirmations: ReadonlyMap<string, Confirmation>, heldOps: readonly Op[]): Receipt {
  const lines = scopes
    .flatMap(([scope, state]) => [...state.entities.values()].map((entity) => lineOf(scope, entity, confirmations)))
    .sort((a, b) => (a.entity === b.entity ? compare(a.name, b.name) || compare(a.recordedAt, b.recordedAt) : compare(a.entity, b.entity)));
  const total = lines.reduce((sum, line) => sum + line.ops.length, 0);
  const onServer = lines.reduce((sum, line) => sum + line.onServer, 0);
  const heldIds = new Set(heldOps.map((op) => op.id));
  const held = lines.reduce((sum, line) => sum + line.ops.filter((op) => heldIds.has(op.id) && !op.confirmed).length, 0);
  return { lines, total, onServer, held, waiting: total - onServer - held };
}

function lineOf(scope: ScopeId, entity: EntityState, confirmations: ReadonlyMap<string, Confirmation>): ReceiptLine {
  const { authors, recordedAt, changedAt } = factsOf(entity);
  const ops = entity.ops.map(({ id, at, actor }) => ({ id, at, actor, confirmed: confirmations.get(id) }));
  const confirmed = ops.flatMap((op) => op.confirmed ?? []);
  return {
    key: `${scope} ${entity.entity}/${entity.entityId}`, scope, entity: entity.entity, name: nameOf(entity), authors, recordedAt, changedAt, ops,
    onServer: confirmed.length,
    confirmed: confirmed.length < ops.length ? undefined : confirmed.reduce((last, one) => (one.seq > last.seq ? one : last)),
  };
}

function nameOf(entity: EntityState): string {
  const isRating = entity.entity === 'rating' || entity.entity === 'teamRating';
  return isRating ? standardOfKey(entity.entityId) : readText(entity, 'code').text;
}

const compare = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
