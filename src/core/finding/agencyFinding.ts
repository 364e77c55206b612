import { memoize } from '#core/op/memoize.ts';
import { conflictingFields, factsOf, readMembers, readNumber, readOneOf, readString, readText, type RecordFacts, type ShownText } from '#core/op/readField.ts';
import { entitiesOf, entityOf, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import { GAP_REASONS, type GapReason } from '#core/rating/values.ts';
import { decisionsOf, findingStateOf, submissionsOf, type Decision, type FindingState, type Submission } from './findingState.ts';
import { ANSWERS, FINDING_KINDS, PRIORITIES, type Answer, type FindingKind, type Priority } from './values.ts';

/** A finding as the agency has it (a *brecha* to them): what was handed over, their answer, and where it stands. */
export type AgencyFinding = {
  readonly id: string;
  readonly code: string;
  readonly visit: string;
  readonly edition: string;
  readonly revision: number;
  readonly standard: string;
  readonly bullets: readonly string[];
  readonly kind: FindingKind | undefined;
  readonly reasons: readonly GapReason[];
  readonly statement: ShownText;
  readonly statementLanguage: 'es' | 'en' | undefined;
  readonly proofWanted: ShownText;
  readonly proofWantedLanguage: 'es' | 'en' | undefined;
  readonly priority: Priority | undefined;
  readonly dueDate: string | undefined;
  readonly answer: {
    readonly value: Answer;
    readonly comment: ShownText;
    readonly commentLanguage: 'es' | 'en' | undefined;
    readonly responsible: ShownText;
    readonly dueDate: string | undefined;
  };
  readonly facts: RecordFacts;
  readonly conflicts: readonly string[];
  readonly submissions: readonly Submission[];
  readonly decisions: readonly Decision[];
  readonly state: FindingState;
  readonly entity: EntityState;
};

const readHandedOver = memoize((entity: EntityState) => {
  const reasons = readMembers(entity, 'reason.');
  return {
    id: entity.entityId,
    code: readText(entity, 'code').text,
    visit: readText(entity, 'visit').text,
    edition: readText(entity, 'edition').text,
    revision: readNumber(entity, 'revision') ?? 1,
    standard: readText(entity, 'standard').text,
    bullets: readMembers(entity, 'bullet.'),
    kind: readOneOf(entity, 'kind', FINDING_KINDS),
    reasons: GAP_REASONS.filter((reason) => reasons.includes(reason)),
    statement: readText(entity, 'statement'),
    statementLanguage: readOneOf(entity, 'statementLang', ['es', 'en'] as const),
    proofWanted: readText(entity, 'proofWanted'),
    proofWantedLanguage: readOneOf(entity, 'proofWantedLang', ['es', 'en'] as const),
    priority: readOneOf(entity, 'priority', PRIORITIES),
    dueDate: readString(entity, 'dueDate'),
    answer: {
      value: readOneOf(entity, 'answer.value', ANSWERS) ?? 'none',
      comment: readText(entity, 'answer.comment'),
      commentLanguage: readOneOf(entity, 'answer.commentLang', ['es', 'en'] as const),
      responsible: readText(entity, 'answer.responsible'),
      dueDate: readString(entity, 'answer.dueDate'),
    },
    facts: factsOf(entity),
    conflicts: conflictingFields(entity),
    entity,
  };
});

function readAgencyFinding(agency: ScopeState, entity: EntityState): AgencyFinding {
  const submissions = submissionsOf(agency, entity.entityId);
  const decisions = decisionsOf(agency, entity.entityId);
  return { ...readHandedOver(entity), submissions, decisions, state: findingStateOf(entity, submissions, decisions) };
}

/** A finding that only the agency's answer has reached so far (ops in another order) has no statement yet: left out until it has. */
export function agencyFindingsOf(agency: ScopeState): readonly AgencyFinding[] {
  return entitiesOf(agency, 'finding')
    .filter((entity) => entity.fields.has('statement'))
    .map((entity) => readAgencyFinding(agency, entity));
}

export function agencyFindingOf(agency: ScopeState, id: string): AgencyFinding | undefined {
  const entity = entityOf(agency, 'finding', id);
  return entity?.fields.has('statement') ? readAgencyFinding(agency, entity) : undefined;
}

/** Past its date and not settled. Both dates are `YYYY-MM-DD` in the agency's time zone. */
export function isOverdue(finding: AgencyFinding, today: string): boolean {
  if (!finding.dueDate || finding.dueDate >= today) return false;
  return !isSettled(finding.state);
}

export function isSettled(state: FindingState): boolean {
  return state.kind === 'state' && (state.value === 'verified_closed' || state.value === 'accepted_risk');
}
