import type { ManualIndex, StandardPlace } from '#core/manual/manualIndex.ts';
import { standardItems, type StandardItem } from '#core/manual/standardItems.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { evidenceByStandard, NO_EVIDENCE, type StandardEvidence } from '#core/visit/evidence.ts';
import { needsNoResult } from './applicabilityRules.ts';
import { ratingsByStandard, type Rating } from './rating.ts';
import type { CountedStandard } from './rollUp.ts';
import { countedResult, teamApplicabilityOf, teamResultOf, type TeamResult } from './teamResult.ts';
import type { Applicability, RatingResult } from './values.ts';

/** Everything that is known of one standard in a visit, as one person sees it. */
export type StandardOverview = {
  readonly place: StandardPlace;
  /** What is rated in it; empty for a reserved standard or one without text. */
  readonly items: readonly StandardItem[];
  readonly ratings: readonly Rating[];
  readonly mine: Rating | undefined;
  readonly team: TeamResult;
  /** Confirmed by the team leader. */
  readonly applicability: Applicability | undefined;
  readonly evidence: StandardEvidence;
};

/** The standards of a visit's edition in the order of the manual. */
export function visitOverview(visit: ScopeState, index: ManualIndex, me: string): readonly StandardOverview[] {
  const edition = index.edition.id;
  const ratings = ratingsByStandard(visit);
  const evidence = evidenceByStandard(visit, ratings);
  return [...index.placeById.values()].map((place) => {
    const { id } = place.standard;
    const given = ratings.get(id) ?? [];
    return {
      place,
      items: standardItems(place.standard),
      ratings: given,
      mine: given.find((rating) => rating.user === me),
      team: teamResultOf(visit, edition, id, given),
      applicability: teamApplicabilityOf(visit, edition, id),
      evidence: evidence.get(id) ?? NO_EVIDENCE,
    };
  });
}

export const isGivenResult = (result: RatingResult): boolean => result !== 'not_reviewed' && result !== 'in_review';

/** Whether it is rated in this visit: it has something to rate, and applies as far as the team leader confirmed. */
export const isRated = (one: StandardOverview): boolean => one.items.length > 0 && !needsNoResult(one.applicability);

/** The mark of a list: the person's own result, the team's where it was settled. */
export function ownOrSettledResult(one: StandardOverview): RatingResult {
  return one.team.kind === 'settled' ? one.team.settlement.result : (one.mine?.result ?? 'not_reviewed');
}

/** The mark of the whole visit: the team's result where there is one, else the person's own, else whether somebody began. */
export function teamOrOwnResult(one: StandardOverview): RatingResult {
  const team = countedResult(one.team);
  if (team) return team;
  if (one.mine && one.mine.result !== 'not_reviewed') return one.mine.result;
  return one.ratings.some((rating) => rating.result !== 'not_reviewed') ? 'in_review' : 'not_reviewed';
}

export const isDifferent = (one: StandardOverview): boolean => one.team.kind === 'differs' || one.team.kind === 'to_settle_again';

/** Done of total among standards that are rated. *Verify on site* is a result and not yet done: somebody must still look. */
export function progressOf(rows: readonly StandardOverview[], resultOf: (one: StandardOverview) => RatingResult): { readonly done: number; readonly total: number } {
  const rated = rows.filter(isRated);
  const done = rated.filter((one) => {
    const result = resultOf(one);
    return isGivenResult(result) && result !== 'verify_on_site';
  });
  return { done: done.length, total: rated.length };
}

/** What the roll-up counts of a standard: an unmet item weighs where a rating with the counted result has one. */
export function countedOf(one: StandardOverview): CountedStandard {
  const result = countedResult(one.team);
  return {
    standard: one.place.standard,
    result,
    applicability: one.applicability,
    hasUnmetItem: one.ratings.some((rating) => rating.result === result && [...rating.bullets.values()].includes('not_met')),
  };
}

/** Rows by chapter, in the order of the manual. */
export function byChapter(rows: readonly StandardOverview[]): readonly { readonly chapter: StandardPlace['chapter']; readonly rows: readonly StandardOverview[] }[] {
  const groups = new Map<string, { chapter: StandardPlace['chapter']; rows: StandardOverview[] }>();
  for (const row of rows) {
    const { chapter } = row.place;
    const group = groups.get(chapter.id);
    if (group) group.rows.push(row);
    else groups.set(chapter.id, { chapter, rows: [row] });
  }
  return [...groups.values()];
}
