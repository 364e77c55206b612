import fc from 'fast-check';
import type { FieldValues, Op } from '#core/op/op.ts';
import { addOps, emptyScopeState, entityOf, headIds, type ScopeState } from '#core/op/scopeState.ts';
import { ratingsByStandard } from '#core/rating/rating.ts';
import { settlementChange } from '#core/rating/settlement.ts';
import { aRating, EDITION, STANDARD } from './aRating.ts';
import { DALE, LUCIA, MARTA, VISIT_SCOPE } from './opBuilder.ts';
import { sealChange } from './sealChange.ts';

const AUTHORS = [MARTA, MARTA, DALE, LUCIA] as const;
const LEADER = 3;
const RESULTS = ['in_compliance', 'partial', 'in_review', 'not_reviewed'] as const;

/**
 * Ops on one standard as a team writes them: Marta has two tablets, Dale and Lucía one each, which now and then
 * all meet; Lucía settles on what hers shows. A step is [tablet, what, value].
 */
export function aTeamHistory(): fc.Arbitrary<readonly Op[]> {
  const step = fc.tuple(
    fc.constantFrom(0, 1, 2, 3),
    fc.constantFrom('rate', 'rate', 'propose', 'explain', 'settle', 'settle', 'meet'),
    fc.constantFrom(...RESULTS),
  );
  return fc.array(step, { minLength: 1, maxLength: 14 }).map((steps) => {
    const tablets = new Map<number, ScopeState>();
    const ops: Op[] = [];
    for (const [tablet, what, result] of steps) {
      if (what === 'meet') {
        for (const each of [0, 1, 2, 3]) tablets.set(each, addOps(tablets.get(each) ?? emptyScopeState, ops));
        continue;
      }
      const hand = what === 'settle' ? LEADER : tablet;
      const seen = tablets.get(hand) ?? emptyScopeState;
      const op = what === 'settle' ? settle(seen, result) : rate(AUTHORS[hand] ?? MARTA, seen, wordsOf(what, result));
      ops.push(op);
      tablets.set(hand, addOps(seen, [op]));
    }
    return ops;
  });
}

function wordsOf(what: 'rate' | 'propose' | 'explain', result: (typeof RESULTS)[number]): FieldValues {
  switch (what) {
    case 'rate': return { result };
    case 'propose': return { applicability: result === 'in_compliance' ? 'applicable' : 'na_function' };
    case 'explain': return { reason: `porque ${result}` };
  }
}

function rate(author: string, state: ScopeState, set: FieldValues): Op {
  const entity = entityOf(state, 'rating', aRating(author, set).entityId);
  return aRating(author, set, { base: Object.fromEntries(Object.keys(set).map((field) => [field, headIds(entity, field)])) });
}

function settle(visit: ScopeState, result: (typeof RESULTS)[number]): Op {
  const ratings = ratingsByStandard(visit).get(STANDARD) ?? [];
  const desk = { scope: VISIT_SCOPE, visit, edition: EDITION, standard: STANDARD, ratings };
  return sealChange(settlementChange(desk, { result, reason: '' }), visit, LUCIA);
}
