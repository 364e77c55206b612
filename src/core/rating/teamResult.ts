import { readOneOf, readText } from '#core/op/readField.ts';
import { entityOf, headIds, viewField, type EntityState, type Head, type ScopeState } from '#core/op/scopeState.ts';
import { teamRatingKey } from './ratingKey.ts';
import type { Rating } from './rating.ts';
import { APPLICABILITIES, RESULTS, type Applicability, type RatingResult } from './values.ts';

/**
 * What the team says of a standard. Not stored while advisors agree: computed from the ratings whose result is neither
 * `not_reviewed` nor `in_review`. Differing bullets are shown and do not block.
 */
export type TeamResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'in_review'; readonly by: readonly string[] }
  | { readonly kind: 'agreed'; readonly result: RatingResult; readonly by: readonly string[] }
  | { readonly kind: 'differs'; readonly ratings: readonly Rating[] }
  | { readonly kind: 'settled'; readonly settlement: Settlement }
  /** Settled, and since then a rating arrived that was not looked at and says something else; or two settlements differ. */
  | { readonly kind: 'to_settle_again'; readonly settlements: readonly Settlement[]; readonly since: readonly Rating[] };

export type Settlement = { readonly result: RatingResult; readonly reason: string; readonly by: string; readonly at: string };

/** The fields of a rating that a settlement looks at. */
const LOOKED_AT = ['result', 'applicability', 'reason', 'applicabilityReason'] as const;

/** What a settlement made now must carry in `saw`: the heads of every advisor's rating. */
export function headsToSettle(ratings: readonly Rating[]): readonly string[] {
  const ids = new Set(ratings.flatMap((rating) => LOOKED_AT.flatMap((field) => headIds(rating.entity, field))));
  return [...ids].sort();
}

export function teamResultOf(visit: ScopeState, edition: string, standard: string, ratings: readonly Rating[]): TeamResult {
  const team = entityOf(visit, 'teamRating', teamRatingKey(edition, standard));
  const settledHeads = settledHeadsOf(team);
  if (settledHeads.length > 0) return judgeSettlements(team, settledHeads, ratings);

  const given = ratings.filter(isGiven);
  const [first] = given;
  if (!first) {
    const started = ratings.filter((rating) => rating.result === 'in_review').map((rating) => rating.user);
    return started.length > 0 ? { kind: 'in_review', by: started } : { kind: 'none' };
  }
  const agree = given.every(
    (rating) => rating.result === first.result && rating.applicability === first.applicability && !splits(rating),
  );
  return agree ? { kind: 'agreed', result: first.result, by: given.map((rating) => rating.user) } : { kind: 'differs', ratings: given };
}

/** A settlement cleared to `not_reviewed` is none. */
function settledHeadsOf(team: EntityState | undefined): readonly Head[] {
  const view = viewField(team, 'settled.result');
  if (view.kind === 'none') return [];
  return view.heads.filter((head) => head.value !== 'not_reviewed');
}

function judgeSettlements(team: EntityState | undefined, heads: readonly Head[], ratings: readonly Rating[]): TeamResult {
  const settlements = heads.map((head) => readSettlement(team, head));
  const [first] = settlements;
  if (!first) throw new Error('no settlement');
  const seen = new Set(heads.flatMap((head) => head.op.saw ?? []));
  const confirmed = confirmedApplicability(team);
  const since = ratings.filter(
    (rating) =>
      saidIn(rating, 'result', GIVEN, seen).some((result) => result !== first.result) ||
      // Back to *applicable* by somebody who gives no result is an undo, not a word against the settlement.
      saidIn(rating, 'applicability', APPLICABILITIES, seen).some(
        (applicability) => applicability !== (confirmed ?? 'applicable') && (applicability !== 'applicable' || isGiven(rating)),
      ),
  );
  const twoDiffer = settlements.some((settlement) => settlement.result !== first.result);
  return since.length > 0 || twoDiffer ? { kind: 'to_settle_again', settlements, since } : { kind: 'settled', settlement: first };
}

function readSettlement(team: EntityState | undefined, head: Head): Settlement {
  const reason = head.op.set['settled.reason'];
  return {
    result: RESULTS.find((result) => result === head.value) ?? 'not_reviewed',
    reason: typeof reason === 'string' ? reason : readText(team, 'settled.reason').text,
    by: head.op.actor,
    at: head.op.at,
  };
}

const GIVEN = RESULTS.filter((result) => result !== 'not_reviewed' && result !== 'in_review');
const isGiven = (rating: Rating): boolean => saidIn(rating, 'result', GIVEN).length > 0;
const splits = (rating: Rating): boolean => rating.conflicts.includes('result') || rating.conflicts.includes('applicability');

/** Which of these words the heads of a rating's field say, without those in `seen`; several where its author's tablets differ. */
function saidIn<T extends string>(rating: Rating, field: 'result' | 'applicability', words: readonly T[], seen?: ReadonlySet<string>): readonly T[] {
  const view = viewField(rating.entity, field);
  const heads = view.kind === 'none' ? [] : view.heads.filter((head) => !seen?.has(head.op.id));
  return words.filter((word) => heads.some((head) => head.value === word));
}

function confirmedApplicability(team: EntityState | undefined): Applicability | undefined {
  return viewField(team, 'applicability').kind === 'value' ? readOneOf(team, 'applicability', APPLICABILITIES) : undefined;
}

/** What the team leader confirmed; `undefined` while nobody has, or while two confirmations differ. */
export function teamApplicabilityOf(visit: ScopeState, edition: string, standard: string): Applicability | undefined {
  return confirmedApplicability(entityOf(visit, 'teamRating', teamRatingKey(edition, standard)));
}

/** The result that counts in a roll-up; `undefined` = undecided. */
export function countedResult(team: TeamResult): RatingResult | undefined {
  switch (team.kind) {
    case 'agreed': return team.result;
    case 'settled': return team.settlement.result;
    case 'none':
    case 'in_review':
    case 'differs':
    case 'to_settle_again': return undefined;
  }
}
