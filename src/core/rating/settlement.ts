import type { Standard } from '#core/manual/edition.ts';
import { standardItems, type StandardItem } from '#core/manual/standardItems.ts';
import type { Change } from '#core/op/change.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { entityOf, headIds, type ScopeState } from '#core/op/scopeState.ts';
import { teamRatingKey } from './ratingKey.ts';
import type { Rating } from './rating.ts';
import { headsToSettle } from './teamResult.ts';
import { isGivenResult } from './visitOverview.ts';
import { RESULTS, type Applicability, type RatingResult } from './values.ts';

export type SettlementChoice = {
  readonly result: RatingResult;
  readonly reason: string;
  /** Only where the advisors differ in it. */
  readonly applicability?: Applicability;
};

/** The place of a settlement: what the team leader looked at when choosing. */
export type SettlementDesk = {
  readonly scope: ScopeId;
  readonly visit: ScopeState;
  readonly edition: string;
  readonly standard: string;
  /** Exactly the ratings on the screen: what arrives between looking and sealing makes it "to settle again". */
  readonly ratings: readonly Rating[];
};

/** The team leader's settlement. `base` and `saw` name what was on the screen, nothing that arrived since. */
export function settlementChange(desk: SettlementDesk, choice: SettlementChoice): Change {
  const entityId = teamRatingKey(desk.edition, desk.standard);
  const before = entityOf(desk.visit, 'teamRating', entityId);
  const set = {
    'settled.result': choice.result,
    'settled.reason': choice.reason,
    ...(choice.applicability === undefined ? {} : { applicability: choice.applicability }),
  };
  return {
    scope: desk.scope, entity: 'teamRating', entityId, set,
    base: Object.fromEntries(Object.keys(set).map((field) => [field, headIds(before, field)])),
    saw: headsToSettle(desk.ratings),
  };
}

/** Whose ratings stand on a side of a difference: a result, or a word on whether the standard applies. */
export const sidesOf = (ratings: readonly Rating[]): readonly Rating[] =>
  ratings.filter((rating) => isGivenResult(rating.result) || rating.applicability !== 'applicable');

/** What can be settled on: each side's result, the middle, and to look again; each once, in the order of screens. */
export function settlementChoices(ratings: readonly Rating[]): readonly RatingResult[] {
  const wanted = new Set<RatingResult>([...ratings.map((rating) => rating.result), 'partial', 'verify_on_site']);
  return RESULTS.filter((result) => wanted.has(result) && isGivenResult(result));
}

export type ComparedItem = { readonly item: StandardItem; readonly differs: boolean };

/** The items that at least one advisor looked at, and whether they were answered alike. */
export function comparedItems(standard: Standard, ratings: readonly Rating[]): readonly ComparedItem[] {
  return standardItems(standard).flatMap((item) => {
    const values = new Set(ratings.map((rating) => rating.bullets.get(item.field) ?? 'not_reviewed'));
    return values.size === 1 && values.has('not_reviewed') ? [] : [{ item, differs: values.size > 1 }];
  });
}

/** The applicabilities among which the leader must choose; empty where all agree. */
export function differingApplicabilities(ratings: readonly Rating[]): readonly Applicability[] {
  const found = [...new Set(ratings.map((rating) => rating.applicability))];
  return found.length > 1 ? found : [];
}
