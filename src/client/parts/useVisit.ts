import { useMemo } from 'react';
import { agencyOf, type Agency } from '#core/agency/agency.ts';
import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import { visitCardsOf, type VisitCard } from '#core/visit/visitCard.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { useManual, useScopes, useScopeState, useWorkspace, type OpenManual } from '#client/storage/WorkspaceContext.ts';

export type VisitWorld = {
  readonly visitId: string;
  readonly visitScope: ScopeId;
  readonly visit: ScopeState;
  readonly agencyScope: ScopeId;
  readonly agency: ScopeState;
  readonly agencyCard: Agency;
  readonly card: VisitCard;
  readonly manual: OpenManual;
  readonly isLeader: boolean;
  /** On the team. A regional manager reads all of a visit and writes nothing in it. */
  readonly mayWrite: boolean;
};

/** Everything about one visit that is on this tablet; `undefined` when the visit is not here or not this person's. */
export function useVisit(visitId: string): VisitWorld | undefined {
  const workspace = useWorkspace();
  const scopes = useScopes();
  const scope = visitScope(visitId);
  const home = useMemo(() => findAgency(scopes.keys(), workspace.state, visitId), [scopes, workspace, visitId]);
  const visit = useScopeState(scope);
  const agency = useScopeState(home ?? scope);
  const card = home && visitCardsOf(agency).find((candidate) => candidate.id === visitId);
  const manual = useManual(card?.edition, card?.revision);
  const agencyCard = home && agencyOf(agency, home.slice('agency:'.length));
  if (!home || !card || !agencyCard || !scopes.has(scope)) return undefined;
  const roles = scopes.get(scope);
  return {
    visitId, visitScope: scope, visit, agencyScope: home, agency, agencyCard, card, manual,
    isLeader: roles?.has('team_leader') ?? false, mayWrite: roles !== undefined && (roles.has('team_leader') || roles.has('technical_advisor')),
  };
}

function findAgency(scopes: Iterable<ScopeId>, state: (scope: ScopeId) => ScopeState, visitId: string): ScopeId | undefined {
  for (const scope of scopes) {
    if (scope.startsWith('agency:') && visitCardsOf(state(scope)).some((card) => card.id === visitId)) return agencyScope(scope.slice('agency:'.length));
  }
  return undefined;
}
