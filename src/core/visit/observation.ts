import { memoize } from '#core/op/memoize.ts';
import { conflictingFields, factsOf, readMembers, readOneOf, readText, type RecordFacts, type ShownText } from '#core/op/readField.ts';
import { entitiesOf, entityOf, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import { BARRIERS, OUTCOMES, type Barrier, type Outcome } from './values.ts';

export type Observation = {
  readonly id: string;
  readonly code: string;
  /** Id of the edition's area, or free text. */
  readonly area: string;
  readonly text: ShownText;
  readonly language: 'es' | 'en' | undefined;
  readonly outcome: Outcome | undefined;
  readonly barrier: Barrier | undefined;
  /** When it was seen; the recording time where nobody said otherwise. */
  readonly observedAt: string;
  readonly standards: readonly string[];
  readonly facts: RecordFacts;
  readonly conflicts: readonly string[];
};

export const readObservation = memoize((entity: EntityState): Observation => {
  const facts = factsOf(entity);
  return {
    id: entity.entityId,
    code: readText(entity, 'code').text,
    area: readText(entity, 'area').text,
    text: readText(entity, 'text'),
    language: readOneOf(entity, 'textLang', ['es', 'en']),
    outcome: readOneOf(entity, 'outcome', OUTCOMES),
    barrier: readOneOf(entity, 'barrier', BARRIERS),
    observedAt: readText(entity, 'observedAt').text || facts.recordedAt,
    standards: readMembers(entity, 'standard.'),
    facts,
    conflicts: conflictingFields(entity),
  };
});

/** Newest act first. */
export function observationsOf(visit: ScopeState): readonly Observation[] {
  return entitiesOf(visit, 'observation').map(readObservation).sort((a, b) => (a.observedAt > b.observedAt ? -1 : 1));
}

export function observationOf(visit: ScopeState, id: string): Observation | undefined {
  const entity = entityOf(visit, 'observation', id);
  return entity && readObservation(entity);
}
