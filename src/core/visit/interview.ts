import { memoize } from '#core/op/memoize.ts';
import { conflictingFields, factsOf, readFlag, readMembers, readNumber, readOneOf, readText, type RecordFacts, type ShownText } from '#core/op/readField.ts';
import { entitiesOf, entityOf, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import { readOutcomes } from './readOutcomes.ts';
import { CONSENTS, OUTCOMES, ROLE_CATEGORIES, type Consent, type Outcome, type RoleCategory } from './values.ts';

/** Named by its code and a role category, never by a person. Leaves its visit's scope in no way. */
export type Interview = {
  /** `<uuid>/<author>`: only its author edits it. */
  readonly id: string;
  readonly code: string;
  readonly author: string;
  readonly roleCategory: RoleCategory | undefined;
  readonly noticeVersion: string;
  readonly consent: Consent | undefined;
  readonly attributable: boolean;
  readonly text: ShownText;
  readonly language: 'es' | 'en' | undefined;
  readonly outcome: Outcome | undefined;
  readonly observedAt: string;
  readonly standards: readonly string[];
  /** The guide that it is held with, and what its answers say of standards. */
  readonly guide: string;
  readonly guideRevision: number;
  readonly guideOutcomes: ReadonlyMap<string, Outcome>;
  readonly facts: RecordFacts;
  readonly conflicts: readonly string[];
};

export const readInterview = memoize((entity: EntityState): Interview => {
  const facts = factsOf(entity);
  return {
    id: entity.entityId,
    code: readText(entity, 'code').text,
    author: facts.createdBy,
    roleCategory: readOneOf(entity, 'roleCategory', ROLE_CATEGORIES),
    noticeVersion: readText(entity, 'noticeVersion').text,
    consent: readOneOf(entity, 'consent', CONSENTS),
    attributable: readFlag(entity, 'attributable'),
    text: readText(entity, 'text'),
    language: readOneOf(entity, 'textLang', ['es', 'en']),
    outcome: readOneOf(entity, 'outcome', OUTCOMES),
    observedAt: readText(entity, 'observedAt').text || facts.recordedAt,
    standards: readMembers(entity, 'standard.'),
    guide: readText(entity, 'guide').text,
    guideRevision: readNumber(entity, 'guideRevision') ?? 1,
    guideOutcomes: readOutcomes(entity),
    facts,
    conflicts: conflictingFields(entity),
  };
});

/** Newest first. */
export function interviewsOf(visit: ScopeState): readonly Interview[] {
  return entitiesOf(visit, 'interview').map(readInterview).sort((a, b) => (a.observedAt > b.observedAt ? -1 : 1));
}

export function interviewOf(visit: ScopeState, id: string): Interview | undefined {
  const entity = entityOf(visit, 'interview', id);
  return entity && readInterview(entity);
}
