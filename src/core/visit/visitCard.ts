import { memoize } from '#core/op/memoize.ts';
import { factsOf, readMembers, readNumber, readOneOf, readText, type RecordFacts } from '#core/op/readField.ts';
import { entitiesOf, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import { VISIT_KINDS, type VisitKind } from './values.ts';

/** What the agency may know of a visit: kind, dates, team, and the edition that it is pinned to. */
export type VisitCard = {
  readonly id: string;
  readonly kind: VisitKind | undefined;
  /** `YYYY-MM-DD` in the agency's time zone. */
  readonly startDate: string;
  readonly endDate: string;
  readonly edition: string;
  readonly revision: number;
  readonly leader: string;
  /** User ids, the leader's too. */
  readonly team: readonly string[];
  readonly facts: RecordFacts;
};

const readVisitCard = memoize((entity: EntityState): VisitCard => {
  const leader = readText(entity, 'leader').text;
  return {
    id: entity.entityId,
    kind: readOneOf(entity, 'kind', VISIT_KINDS),
    startDate: readText(entity, 'startDate').text,
    endDate: readText(entity, 'endDate').text,
    edition: readText(entity, 'edition').text,
    revision: readNumber(entity, 'revision') ?? 1,
    leader,
    team: [...new Set([leader, ...readMembers(entity, 'member.')])].filter((id) => id !== ''),
    facts: factsOf(entity),
  };
});

/** The visits of an agency, latest start first. */
export function visitCardsOf(agency: ScopeState): readonly VisitCard[] {
  return entitiesOf(agency, 'visit').map(readVisitCard).sort((a, b) => (a.startDate > b.startDate ? -1 : 1));
}
