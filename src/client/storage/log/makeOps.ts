import { hexOf } from '#core/bytes.ts';
import { newUuid, type IdSource } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { OP_VERSION, sealOp, type Op } from '#core/op/op.ts';
import { addOps, entityOf, headIds, type ScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Counter } from './logStore.ts';

export type Author = { readonly actor: string; readonly device: string; readonly timeZone: string; readonly skewMs: number | undefined };

/**
 * Makes the ops of one seal: numbers them after `counter`, takes the heads of each field as they stand (or as the change says
 * they stood when editing began), and lets a later change of the same seal see the earlier ones.
 */
export function makeOps(
  changes: readonly Change[], author: Author, counter: Counter, stateOf: (scope: ScopeId) => ScopeState, source: IdSource,
): { readonly ops: readonly Op[]; readonly counter: Counter } {
  const seen = new Map<ScopeId, ScopeState>();
  const ops: Op[] = [];
  let { n, lamport } = counter;
  for (const change of changes) {
    const state = seen.get(change.scope) ?? stateOf(change.scope);
    const id = newUuid(source);
    const entityId = change.entityId ?? id;
    const entity = entityOf(state, change.entity, entityId);
    // One op with the highest number there is must not keep everybody else from writing: beside it, theirs is shown as another head.
    lamport = Math.min(Math.max(lamport, state.maxLamport) + 1, Number.MAX_SAFE_INTEGER);
    n += 1;
    const op = sealOp({
      id, v: OP_VERSION, scope: change.scope, entity: change.entity, entityId, set: change.set,
      base: Object.fromEntries(Object.keys(change.set).map((field) => [field, change.base?.[field] ?? headIds(entity, field)])),
      ...(change.saw === undefined ? {} : { saw: change.saw }),
      actor: author.actor, device: author.device, n, lamport, at: new Date(source.nowMs()).toISOString(), timeZone: author.timeZone,
      ...(author.skewMs === undefined ? {} : { skewMs: author.skewMs }),
      salt: hexOf(source.randomBytes(16)),
    });
    ops.push(op);
    seen.set(change.scope, addOps(state, [op]));
  }
  return { ops, counter: { n, lamport } };
}
