import { readMembers } from '#core/op/readField.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { proofPhotosOf, sharedPhotosOf, type Photo } from '#core/visit/photo.ts';
import type { AgencyFinding } from './agencyFinding.ts';

/**
 * The team's photos that the finding names now: one that was taken back is not among them. One photo may stand in two
 * findings, so what the photo itself says of its finding is not asked.
 */
export function sharedPhotosOfFinding(agency: ScopeState, finding: AgencyFinding): readonly Photo[] {
  const named = readMembers(finding.entity, 'photo.');
  return sharedPhotosOf(agency).filter((photo) => named.includes(photo.id));
}

export type ProofPhoto = {
  readonly photo: Photo;
  /** In at least one submission: the team has it, so it is no longer taken away. */
  readonly submitted: boolean;
};

/** What the agency attached, in the order in which it was attached. */
export function proofPhotosOfFinding(agency: ScopeState, finding: AgencyFinding): readonly ProofPhoto[] {
  const submitted = new Set(finding.submissions.flatMap((submission) => submission.photos));
  return proofPhotosOf(agency)
    .filter((photo) => photo.subject === finding.id)
    .map((photo) => ({ photo, submitted: submitted.has(photo.id) }));
}
