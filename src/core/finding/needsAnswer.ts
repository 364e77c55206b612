import { isSettled, type AgencyFinding } from './agencyFinding.ts';
import type { FindingKind } from './values.ts';

/** A gap, a file to mend and a concern ask the agency for proof; a recommendation and a commendation ask for nothing. */
export function needsAnswer(kind: FindingKind | undefined): boolean {
  return kind !== 'recommendation' && kind !== 'commendation';
}

/** Something that the agency still has to see through. */
export function isOpenGap(finding: AgencyFinding): boolean {
  return needsAnswer(finding.kind) && !isSettled(finding.state);
}
