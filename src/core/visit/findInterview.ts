import type { EntityState, ScopeState } from '#core/op/scopeState.ts';

/** An interview by the first half of its key, which is what addresses carry; deleted ones too. */
export function findInterview(visit: ScopeState, uuid: string): EntityState | undefined {
  const found = [...visit.entities.values()].filter((entity) => entity.entity === 'interview' && entity.entityId.startsWith(`${uuid}/`));
  return found.sort((a, b) => (a.entityId < b.entityId ? -1 : 1))[0];
}
