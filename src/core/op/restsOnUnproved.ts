import type { Change } from './change.ts';
import { allHeadIds, entityOf, type ScopeState } from './scopeState.ts';

/**
 * Whether a settlement, a hand-over or a decision would rest on an op whose author could not be proved: one that it names, or
 * one that stands in what it is about (the advisors' ratings of the standard, the draft finding). Anything else may be written.
 */
export function restsOnUnproved(change: Change, state: ScopeState, unproved: ReadonlySet<string>): boolean {
  if (unproved.size === 0) return false;
  return grounds(change, state).some((id) => unproved.has(id));
}

function grounds(change: Change, state: ScopeState): readonly string[] {
  const named = [...(change.saw ?? []), ...Object.values(change.base ?? {}).flat()];
  switch (change.entity) {
    case 'teamRating': return [...named, ...headsOfRatings(state, change.entityId ?? '')];
    case 'publication': {
      const { finding } = change.set;
      return [...named, ...(typeof finding === 'string' ? allHeadIds(entityOf(state, 'finding', finding)) : [])];
    }
    case 'decision': return named;
    default: return [];
  }
}

/** An advisor's rating is keyed by the team's key and the author. */
function headsOfRatings(state: ScopeState, teamKey: string): readonly string[] {
  return [...state.entities.values()].flatMap((entity) =>
    (entity.entity === 'rating' && entity.entityId.startsWith(`${teamKey}/`)) || (entity.entity === 'teamRating' && entity.entityId === teamKey) ? allHeadIds(entity) : []);
}
