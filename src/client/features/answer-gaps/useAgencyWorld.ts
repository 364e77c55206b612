import { agencyOf, type Agency } from '#core/agency/agency.ts';
import { agencyScope, type ScopeId } from '#core/op/scope.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { useScopes, useScopeState } from '#client/storage/WorkspaceContext.ts';

export type AgencyWorld = {
  readonly agencyId: string;
  readonly scope: ScopeId;
  readonly state: ScopeState;
  readonly card: Agency;
  /** The agency's own people answer; the team reads. */
  readonly canAnswer: boolean;
};

/** Everything about one agency that is on this phone; `undefined` when it is not here or not this person's. */
export function useAgencyWorld(agencyId: string): AgencyWorld | undefined {
  const scope = agencyScope(agencyId);
  const roles = useScopes().get(scope);
  const state = useScopeState(scope);
  const card = agencyOf(state, agencyId);
  if (!roles || !card) return undefined;
  return { agencyId, scope, state, card, canAnswer: roles.has('accreditation_manager') };
}
