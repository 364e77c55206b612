import type { Change } from '#core/op/change.ts';
import { addOps, emptyScopeState, entityOf, headIds, type ScopeState } from '#core/op/scopeState.ts';
import { ratingKey } from '#core/rating/ratingKey.ts';
import { anId, anOp, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

export const EDITION = 'prueba-2026';

/** A visit's state after these acts, one after another, each by somebody who saw what was there. */
export function aVisit(...acts: readonly { readonly by: string; readonly change: Change }[]): ScopeState {
  return acts.reduce((state, { by, change }) => written(state, by, change), emptyScopeState);
}

/** One more act: `base` of every field is what stood there, unless the change says what its author had seen. */
export function written(state: ScopeState, by: string, change: Change): ScopeState {
  const id = anId();
  const entityId = change.entityId ?? id;
  const entity = entityOf(state, change.entity, entityId);
  const base = Object.fromEntries(Object.keys(change.set).map((field) => [field, change.base?.[field] ?? headIds(entity, field)]));
  const op = anOp({
    id, entity: change.entity, entityId, set: change.set, base, actor: by, lamport: state.maxLamport + 1,
    ...(change.saw === undefined ? {} : { saw: change.saw }),
  });
  return addOps(state, [op]);
}

export const rates = (by: string, standard: string, set: Change['set']): { readonly by: string; readonly change: Change } => ({
  by, change: { scope: VISIT_SCOPE, entity: 'rating', entityId: ratingKey(EDITION, standard, by), set },
});

export const observes = (by: string, standard: string, set: Change['set'] = {}): { readonly by: string; readonly change: Change } => ({
  by, change: { scope: VISIT_SCOPE, entity: 'observation', entityId: anId(), set: { code: 'O-MI-001', text: 'Visto.', outcome: 'supports', [`standard.${standard}`]: true, ...set } },
});
