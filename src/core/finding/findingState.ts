import { factsOf, readMembers, readOneOf, readText, type RecordFacts } from '#core/op/readField.ts';
import { entitiesOf, viewField, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import { ANSWERS, DECISIONS, type DecisionValue, type FindingStateValue } from './values.ts';

export type Submission = {
  readonly id: string;
  readonly finding: string;
  readonly note: string;
  readonly noteLanguage: 'es' | 'en' | undefined;
  readonly photos: readonly string[];
  readonly facts: RecordFacts;
};

export type Decision = {
  readonly id: string;
  readonly finding: string;
  readonly value: DecisionValue;
  readonly note: string;
  readonly noteLanguage: 'es' | 'en' | undefined;
  /** Submissions and decisions that were looked at. */
  readonly saw: readonly string[];
  readonly lamport: number;
  readonly facts: RecordFacts;
};

export function submissionsOf(agency: ScopeState, finding: string): readonly Submission[] {
  return ofFinding(agency, 'submission', finding).map((entity) => ({
    id: entity.entityId,
    finding,
    note: readText(entity, 'note').text,
    noteLanguage: readOneOf(entity, 'noteLang', ['es', 'en']),
    photos: readMembers(entity, 'photo.'),
    facts: factsOf(entity),
  }));
}

/** A decision of a value that this build does not know is left out: the finding then stands as before it. */
export function decisionsOf(agency: ScopeState, finding: string): readonly Decision[] {
  return ofFinding(agency, 'decision', finding).flatMap((entity) => {
    const value = readOneOf(entity, 'value', DECISIONS);
    if (!value) return [];
    return [{
      id: entity.entityId,
      finding,
      value,
      note: readText(entity, 'note').text,
      noteLanguage: readOneOf(entity, 'noteLang', ['es', 'en']),
      saw: entity.ops[0]?.saw ?? [],
      lamport: entity.ops[0]?.lamport ?? 0,
      facts: factsOf(entity),
    }];
  });
}

function ofFinding(agency: ScopeState, entity: string, finding: string): readonly EntityState[] {
  return entitiesOf(agency, entity).filter((candidate) => readText(candidate, 'finding').text === finding);
}

/** Ids that a decision made now must carry in `saw`. */
export function seenByDecision(submissions: readonly Submission[], decisions: readonly Decision[]): readonly string[] {
  return [...submissions.map((s) => s.id), ...decisions.map((d) => d.id)].sort();
}

export type FindingState =
  | { readonly kind: 'state'; readonly value: Exclude<FindingStateValue, 'draft'>; readonly standing: Decision | undefined }
  /** Two decisions that did not know of each other and say different things: both are shown until one more decides. */
  | { readonly kind: 'conflict'; readonly decisions: readonly Decision[] };

const STATE_OF_DECISION: Readonly<Record<DecisionValue, Exclude<FindingStateValue, 'draft'>>> = {
  closed: 'verified_closed', returned: 'returned', reopened: 'reopened', accepted_risk: 'accepted_risk',
};

/**
 * The state of a finding that the agency has, computed (design.md). Decisions that no other names stand; a submission that
 * the standing decision has not seen: evidence submitted; else the decision's; else any answer: in progress; else published.
 * As with `base` ([M6]), a name counts only against a lower lamport: two forged decisions that name each other both stand.
 */
export function findingStateOf(finding: EntityState, submissions: readonly Submission[], decisions: readonly Decision[]): FindingState {
  const lamports = new Map(decisions.map((decision) => [decision.id, decision.lamport]));
  const named = new Set(decisions.flatMap((decision) => decision.saw.filter((id) => (lamports.get(id) ?? Infinity) < decision.lamport)));
  const standing = decisions.filter((decision) => !named.has(decision.id));
  const [first] = standing;
  if (first && standing.some((decision) => decision.value !== first.value)) return { kind: 'conflict', decisions: standing };
  const seen = new Set(standing.flatMap((decision) => decision.saw));
  if (submissions.some((submission) => !seen.has(submission.id))) return { kind: 'state', value: 'evidence_submitted', standing: first };
  if (first) return { kind: 'state', value: STATE_OF_DECISION[first.value], standing: first };
  return { kind: 'state', value: hasAnswer(finding) ? 'in_progress' : 'published', standing: undefined };
}

function hasAnswer(finding: EntityState): boolean {
  const value = viewField(finding, 'answer.value');
  if (value.kind === 'conflict') return true;
  if (value.kind === 'value' && ANSWERS.some((answer) => answer === value.value && answer !== 'none')) return true;
  return ['answer.comment', 'answer.responsible', 'answer.dueDate'].some((field) => readText(finding, field).text !== '');
}
