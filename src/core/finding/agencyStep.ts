import { isSettled, type AgencyFinding } from './agencyFinding.ts';
import { needsAnswer } from './needsAnswer.ts';

/** The one thing that the agency does next about a finding. */
export type AgencyStep = 'nothing-asked' | 'answer' | 'name-who' | 'attach' | 'send' | 'fix' | 'wait-decision' | 'wait-review' | 'done';

/** `unsentProofs`: photos attached and not yet in a submission. */
export function agencyStepOf(finding: AgencyFinding, unsentProofs: number): AgencyStep {
  if (!needsAnswer(finding.kind)) return 'nothing-asked';
  if (finding.state.kind === 'conflict') return 'wait-decision';
  if (isSettled(finding.state)) return 'done';
  switch (finding.state.value) {
    case 'evidence_submitted': return 'wait-review';
    case 'returned':
    case 'reopened': return unsentProofs > 0 ? 'send' : 'fix';
    default: break;
  }
  if (unsentProofs > 0) return 'send';
  const { value, responsible } = finding.answer;
  if (value === 'none') return 'answer';
  if (value !== 'accepted') return 'wait-decision';
  return responsible.text.trim() === '' ? 'name-who' : 'attach';
}
