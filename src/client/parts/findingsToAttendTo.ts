import { agencyFindingsOf } from '#core/finding/agencyFinding.ts';
import { draftFindingsOf } from '#core/finding/draftFinding.ts';
import { publicationStatusOf } from '#core/finding/publication.ts';
import type { ScopeState } from '#core/op/scopeState.ts';

/** The number on *Hallazgos*: drafts not handed over (or changed since), evidence that the agency sent, and decisions that differ. */
export function findingsToAttendTo(visit: ScopeState, agency: ScopeState, visitId: string): number {
  const drafts = draftFindingsOf(visit).filter((draft) => publicationStatusOf(visit, draft) !== 'published');
  const waiting = agencyFindingsOf(agency).filter(
    ({ visit: of, state }) => of === visitId && (state.kind === 'conflict' || state.value === 'evidence_submitted'),
  );
  return drafts.length + waiting.length;
}
