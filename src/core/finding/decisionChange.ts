import type { Change } from '#core/op/change.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { isSettled, type AgencyFinding } from './agencyFinding.ts';
import { seenByDecision } from './findingState.ts';
import { needsAnswer } from './needsAnswer.ts';
import { DECISIONS, type DecisionValue } from './values.ts';

export type DecisionWords = { readonly value: DecisionValue; readonly note: string; readonly noteLanguage: 'es' | 'en' };

/** A decision of the team leader, which names every submission and decision that stood on the screen. */
export function decisionChange(agencyScope: ScopeId, finding: AgencyFinding, words: DecisionWords): Change {
  const note = words.note.trim();
  return {
    scope: agencyScope,
    entity: 'decision',
    entityId: null,
    set: { finding: finding.id, value: words.value, ...(note === '' ? {} : { note, noteLang: words.noteLanguage }) },
    saw: seenByDecision(finding.submissions, finding.decisions),
  };
}

/** The decisions that make sense now; all of them where two stand against each other. */
export function possibleDecisions(finding: AgencyFinding): readonly DecisionValue[] {
  if (finding.state.kind === 'conflict') return DECISIONS;
  if (isSettled(finding.state)) return ['reopened'];
  return needsAnswer(finding.kind) ? ['closed', 'returned', 'accepted_risk'] : ['closed'];
}

/** The agency must read what is missing, and why a risk is taken. */
export const needsNote = (value: DecisionValue): boolean => value === 'returned' || value === 'accepted_risk';
