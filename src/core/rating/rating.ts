import { memoize } from '#core/op/memoize.ts';
import { conflictingFields, factsOf, readMembers, readOneOf, readText, type RecordFacts, type ShownText } from '#core/op/readField.ts';
import { entitiesOf, entityOf, viewField, type EntityState, type ScopeState } from '#core/op/scopeState.ts';
import { ratingKey, standardOfKey } from './ratingKey.ts';
import { APPLICABILITIES, GAP_REASONS, RESULTS, type Applicability, type BulletValue, type GapReason, type RatingResult } from './values.ts';

/** One advisor's rating of one standard. Nobody else ever writes it. */
export type Rating = {
  readonly key: string;
  readonly standard: string;
  readonly user: string;
  readonly result: RatingResult;
  readonly reason: ShownText;
  readonly reasonLanguage: 'es' | 'en' | undefined;
  readonly whys: readonly GapReason[];
  readonly applicability: Applicability;
  readonly applicabilityReason: string;
  /** By field (`bullet.<id>`, `bullet.0`, `bullet.directive`). A field that is missing was not reviewed. */
  readonly bullets: ReadonlyMap<string, BulletValue>;
  readonly facts: RecordFacts;
  /** Fields that the same person wrote differently on two tablets. */
  readonly conflicts: readonly string[];
  readonly entity: EntityState;
};

export const readRating = memoize((entity: EntityState): Rating => {
  const bullets = new Map<string, BulletValue>();
  for (const field of entity.fields.keys()) {
    if (!field.startsWith('bullet.')) continue;
    const value = strictest(entity, field);
    if (value) bullets.set(field, value);
  }
  const whys = readMembers(entity, 'why.');
  return {
    key: entity.entityId,
    standard: standardOfKey(entity.entityId),
    user: entity.entityId.split('/')[2] ?? '',
    result: readOneOf(entity, 'result', RESULTS) ?? 'not_reviewed',
    reason: readText(entity, 'reason'),
    reasonLanguage: readOneOf(entity, 'reasonLang', ['es', 'en']),
    whys: GAP_REASONS.filter((reason) => whys.includes(reason)),
    applicability: readOneOf(entity, 'applicability', APPLICABILITIES) ?? 'applicable',
    applicabilityReason: readText(entity, 'applicabilityReason').text,
    bullets,
    facts: factsOf(entity),
    conflicts: conflictingFields(entity),
    entity,
  };
});

/** One person marked an item differently on two tablets: the mark that blocks most counts, so that *all met* cannot cover it. */
function strictest(entity: EntityState, field: string): BulletValue | undefined {
  const view = viewField(entity, field);
  if (view.kind === 'none') return undefined;
  const said = view.heads.map((head) => head.value);
  return (['not_met', 'na', 'met'] as const).find((value) => said.includes(value));
}

export function ratingOf(visit: ScopeState, edition: string, standard: string, user: string): Rating | undefined {
  const entity = entityOf(visit, 'rating', ratingKey(edition, standard, user));
  return entity && readRating(entity);
}

/** All advisors' ratings by standard id, in order of the author's id. */
export function ratingsByStandard(visit: ScopeState): ReadonlyMap<string, readonly Rating[]> {
  const found = new Map<string, Rating[]>();
  for (const entity of entitiesOf(visit, 'rating')) {
    const rating = readRating(entity);
    const list = found.get(rating.standard);
    if (list) list.push(rating);
    else found.set(rating.standard, [rating]);
  }
  return found;
}
