import type { Change } from '#core/op/change.ts';
import type { Op } from '#core/op/op.ts';
import { entityOf, headIds, type ScopeState } from '#core/op/scopeState.ts';
import { anId, anOp, MARTA } from './opBuilder.ts';

/** Seals a change as a tablet does that holds `state`: a base that is left out is the heads now. */
export function sealChange(change: Change, state: ScopeState, actor: string = MARTA): Op {
  const id = anId();
  const entityId = change.entityId ?? id;
  const entity = entityOf(state, change.entity, entityId);
  const base = Object.fromEntries(Object.keys(change.set).map((field) => [field, change.base?.[field] ?? headIds(entity, field)]));
  return anOp({
    id, scope: change.scope, entity: change.entity, entityId, set: change.set, base, actor, ...(change.saw ? { saw: change.saw } : {}),
  });
}
