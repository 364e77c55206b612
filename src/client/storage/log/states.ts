import type { Op } from '#core/op/op.ts';
import { addOps, emptyScopeState, entityOf, removeOps, type ScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';

/** What the ops of each scope say together. */
export type States = ReadonlyMap<ScopeId, ScopeState>;

export const foldOps = (ops: readonly Op[]): States => extendStates(new Map(), ops);

export function extendStates(states: States, ops: readonly Op[]): States {
  const next = new Map(states);
  for (const [scope, list] of byScope(ops)) next.set(scope, addOps(next.get(scope) ?? emptyScopeState, list));
  return next;
}

/** Ops that the server refused are in the tray, and those that were purged nowhere: neither in the picture that everybody else will see. */
export function withoutOps(states: States, ops: readonly Op[]): States {
  const next = new Map(states);
  for (const [scope, list] of byScope(ops)) next.set(scope, removeOps(next.get(scope) ?? emptyScopeState, list));
  return next;
}

function byScope(ops: readonly Op[]): ReadonlyMap<ScopeId, readonly Op[]> {
  const found = new Map<ScopeId, Op[]>();
  for (const op of ops) {
    const list = found.get(op.scope);
    if (list) list.push(op);
    else found.set(op.scope, [op]);
  }
  return found;
}

/** An id that is known under another entity is found too: by its name alone it is another op. */
export function findOp(state: ScopeState, op: Op): Op | undefined {
  if (!state.opIds.has(op.id)) return undefined;
  const sameId = (candidate: Op): boolean => candidate.id === op.id;
  return entityOf(state, op.entity, op.entityId)?.ops.find(sameId) ?? [...state.entities.values()].flatMap((entity) => entity.ops).find(sameId);
}
