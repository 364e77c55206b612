import { useCallback, useRef, useSyncExternalStore } from 'react';
import { agencyOf, type Agency } from '#core/agency/agency.ts';
import { scopeSubject, type ScopeId } from '#core/op/scope.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { visitCardsOf, type VisitCard } from '#core/visit/visitCard.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';

export type AgencyOnTablet = { readonly agency: Agency; readonly visits: readonly VisitCard[]; readonly scope: ScopeId; readonly state: ScopeState };

/** The agencies that this person may read and whose card is here, by name, each with its visits, latest first. */
export function useAgencies(): readonly AgencyOnTablet[] {
  const workspace = useWorkspace();
  const last = useRef<readonly AgencyOnTablet[]>([]);
  const look = useCallback(() => {
    const found = [...workspace.scopes().keys()].flatMap((scope) => readAgency(scope, workspace.state(scope)));
    const next = found.sort((a, b) => (a.agency.name < b.agency.name ? -1 : 1));
    const same = next.length === last.current.length && next.every((one, index) => one.state === last.current[index]?.state);
    if (!same) last.current = next;
    return last.current;
  }, [workspace]);
  return useSyncExternalStore(workspace.subscribe, look);
}

function readAgency(scope: ScopeId, state: ScopeState): readonly AgencyOnTablet[] {
  if (!scope.startsWith('agency:')) return [];
  const agency = agencyOf(state, scopeSubject(scope));
  return agency ? [{ agency, visits: visitCardsOf(state), scope, state }] : [];
}
