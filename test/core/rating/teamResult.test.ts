import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Op } from '#core/op/op.ts';
import { entityOf, headIds, type ScopeState } from '#core/op/scopeState.ts';
import { ratingsByStandard, type Rating } from '#core/rating/rating.ts';
import { settlementChange } from '#core/rating/settlement.ts';
import { countedResult, headsToSettle, teamApplicabilityOf, teamResultOf, type TeamResult } from '#core/rating/teamResult.ts';
import { teamRatingKey } from '#core/rating/ratingKey.ts';
import { aRating, aTeamRating, EDITION, STANDARD } from '#test/builders/aRating.ts';
import { inAnyOrder } from '#test/builders/inAnyOrder.ts';
import { anId, DALE, LUCIA, MARTA, VISIT_SCOPE } from '#test/builders/opBuilder.ts';
import { sealChange } from '#test/builders/sealChange.ts';
import { stateOf } from '#test/builders/stateOf.ts';
import { aTeamHistory } from '#test/builders/aTeamHistory.ts';

const ratingsOf = (visit: ScopeState): readonly Rating[] => ratingsByStandard(visit).get(STANDARD) ?? [];
const resultOf = (visit: ScopeState): TeamResult => teamResultOf(visit, EDITION, STANDARD, ratingsOf(visit));
const team = (...ops: readonly Op[]): TeamResult => resultOf(stateOf(...ops));
/** The team leader settles, having looked at exactly these ops. */
const settled = (result: 'in_compliance' | 'partial' | 'not_reviewed', ...seen: readonly Op[]): Op => {
  const visit = stateOf(...seen);
  const change = settlementChange({ scope: VISIT_SCOPE, visit, edition: EDITION, standard: STANDARD, ratings: ratingsOf(visit) }, { result, reason: 'Visto en sitio' });
  return sealChange(change, visit, LUCIA);
};

const marta = aRating(MARTA, { result: 'in_compliance' });
const dale = aRating(DALE, { result: 'partial' });

const bothOrders = (): readonly (readonly [string, string])[] => {
  const [low = '', high = ''] = [anId(), anId()].sort();
  return [[low, high], [high, low]];
};

describe('while nobody settled', () => {
  test('[R2] nobody rated: there is no result', () => {
    expect(team()).toEqual({ kind: 'none' });
    expect(team(aRating(MARTA, { result: 'not_reviewed' }))).toEqual({ kind: 'none' });
    expect(team(aRating(MARTA, { reason: 'Falta la bitácora' }))).toEqual({ kind: 'none' });
  });

  test('[R2] begun is not rated, and it is said who began', () => {
    expect(team(aRating(MARTA, { result: 'in_review' }))).toEqual({ kind: 'in_review', by: [MARTA] });
  });

  test('[R2] one advisor’s result, and two alike, are the team’s without anybody writing it', () => {
    expect(team(marta)).toEqual({ kind: 'agreed', result: 'in_compliance', by: [MARTA] });
    const both = team(marta, aRating(DALE, { result: 'in_compliance' }), aRating(LUCIA, { result: 'in_review' }));
    expect(both).toEqual({ kind: 'agreed', result: 'in_compliance', by: [MARTA, DALE].sort() });
  });

  test('[R2] differing bullets do not block', () => {
    const result = team(aRating(MARTA, { result: 'partial', 'bullet.a': 'met' }), aRating(DALE, { result: 'partial', 'bullet.a': 'not_met' }));
    expect(result.kind).toBe('agreed');
  });

  test('[R1] two different ratings are both shown, each as its author gave it', () => {
    const result = team(marta, dale);
    if (result.kind !== 'differs') throw new Error(result.kind);
    expect(new Map(result.ratings.map((rating) => [rating.user, rating.result]))).toEqual(new Map([[MARTA, 'in_compliance'], [DALE, 'partial']]));
    expect(countedResult(result)).toBeUndefined();
  });

  test('[R2] the same result with another applicability differs', () => {
    expect(team(marta, aRating(DALE, { result: 'in_compliance', applicability: 'na_function' })).kind).toBe('differs');
  });

  test('[R1] what one advisor wrote differently on two tablets is shown, in whatever order their ids stand', () => {
    const agreeing = aRating(DALE, { result: 'in_compliance' });
    for (const [one, other] of bothOrders()) {
      const begun = aRating(MARTA, { result: 'in_review' }, { id: one });
      const given = aRating(MARTA, { result: 'not_in_compliance' }, { id: other });
      expect(team(begun, given, agreeing).kind).toBe('differs');
      expect(team(aRating(MARTA, { result: 'in_compliance' }, { id: one }), given, agreeing).kind).toBe('differs');
    }
  });
});

describe('once settled', () => {
  test('[R3] the team leader’s word counts while nothing else arrives, with its reason and its author', () => {
    const result = team(marta, dale, settled('partial', marta, dale));
    expect(result).toMatchObject({ kind: 'settled', settlement: { result: 'partial', reason: 'Visto en sitio', by: LUCIA } });
    expect(countedResult(result)).toBe('partial');
  });

  test('[R3] a late rating that says something else makes it to settle again', () => {
    const late = aRating(DALE, { result: 'in_compliance' });
    const result = team(marta, settled('partial', marta), late);
    if (result.kind !== 'to_settle_again') throw new Error(result.kind);
    expect(result.since.map((rating) => rating.user)).toEqual([DALE]);
    expect(countedResult(result)).toBeUndefined();
  });

  test('[R3] an advisor who changes what had been looked at makes it to settle again', () => {
    const settlement = settled('partial', marta, dale);
    expect(team(marta, dale, settlement, aRating(MARTA, { result: 'not_in_compliance' }, { base: { result: [marta.id] } })).kind).toBe('to_settle_again');
  });

  test('[R3] a late rating that says the same does not reopen', () => {
    expect(team(marta, settled('partial', marta), dale).kind).toBe('settled');
  });

  test('[R3] a late reason, a late bullet, a rating only begun or taken back do not reopen', () => {
    const settlement = settled('partial', marta, dale);
    for (const late of [
      aRating(MARTA, { reason: 'Dos turnos sin firma', 'bullet.a': 'not_met' }),
      aRating(LUCIA, { result: 'in_review' }),
      aRating(MARTA, { result: 'not_reviewed' }, { base: { result: [marta.id] } }),
    ]) {
      expect(team(marta, dale, settlement, late).kind).toBe('settled');
    }
  });

  test('[R3] a late proposal that it does not apply reopens, unless that is what the leader confirmed', () => {
    const late = aRating(DALE, { applicability: 'na_function' });
    expect(team(marta, settled('in_compliance', marta), late).kind).toBe('to_settle_again');
    expect(team(marta, settled('in_compliance', marta), aTeamRating({ applicability: 'na_function' }), late).kind).toBe('settled');
  });

  test('[R3] “it applies after all” reopens what was confirmed as not applicable when it comes with a result', () => {
    const confirmed = [marta, settled('in_compliance', marta), aTeamRating({ applicability: 'na_function' })];
    expect(team(...confirmed, aRating(DALE, { applicability: 'applicable' })).kind).toBe('settled');
    expect(team(...confirmed, aRating(DALE, { applicability: 'applicable', result: 'in_compliance' })).kind).toBe('to_settle_again');
  });

  test('[R3] what an advisor’s other tablet said, unseen, reopens in whatever order the ids stand', () => {
    for (const [one, other] of bothOrders()) {
      const seen = aRating(MARTA, { result: 'partial' }, { id: one });
      const unseen = aRating(MARTA, { result: 'not_in_compliance' }, { id: other });
      expect(team(seen, unseen, settled('partial', seen)).kind).toBe('to_settle_again');
    }
  });

  test('[R4] two settlements that differ are to settle again, and both are shown', () => {
    const result = team(marta, dale, settled('partial', marta, dale), settled('in_compliance', marta, dale));
    if (result.kind !== 'to_settle_again') throw new Error(result.kind);
    expect(result.settlements.map((one) => one.result).toSorted()).toEqual(['in_compliance', 'partial']);
    expect(countedResult(result)).toBeUndefined();
  });

  test('[R4] two settlements that say the same are one, and a third that saw both settles a difference', () => {
    const [a, b, same] = [settled('partial', marta, dale), settled('in_compliance', marta, dale), settled('partial', marta, dale)];
    expect(team(marta, dale, a, same).kind).toBe('settled');
    expect(team(marta, dale, a, b, settled('in_compliance', marta, dale, a, b))).toMatchObject({ kind: 'settled', settlement: { result: 'in_compliance' } });
  });

  test('[R2] a settlement that was taken back leaves what the ratings say', () => {
    const settlement = settled('partial', marta, dale);
    expect(team(marta, dale, settlement, settled('not_reviewed', marta, dale, settlement)).kind).toBe('differs');
  });

  test('[R3] a settlement names every result, applicability and reason that stood on the screen, and no bullet', () => {
    const full = aRating(DALE, { result: 'partial', reason: 'x' });
    const bullet = aRating(DALE, { 'bullet.a': 'met' });
    const where = aRating(DALE, { applicability: 'na_size' });
    const why = aRating(DALE, { applicabilityReason: 'y' });
    expect(headsToSettle(ratingsOf(stateOf(marta, full, bullet, where, why)))).toEqual([marta.id, full.id, where.id, why.id].sort());
  });

  test('[R3] what arrives between looking and sealing was not seen', () => {
    const visit = stateOf(marta, dale);
    const looked = ratingsOf(stateOf(marta));
    const change = settlementChange({ scope: VISIT_SCOPE, visit, edition: EDITION, standard: STANDARD, ratings: looked }, { result: 'in_compliance', reason: '' });
    expect(team(marta, dale, sealChange(change, visit, LUCIA)).kind).toBe('to_settle_again');
  });
});

describe('whatever happens', () => {
  test('[R1] what one advisor said is read as if nobody else had written', () => {
    fc.assert(
      fc.property(aTeamHistory(), (ops) => {
        for (const user of [MARTA, DALE]) {
          const alone = ratingsOf(stateOf(...ops.filter((op) => op.actor === user))).find((rating) => rating.user === user);
          const together = ratingsOf(stateOf(...ops)).find((rating) => rating.user === user);
          expect(together && plainRating(together)).toEqual(alone && plainRating(alone));
        }
      }),
    );
  });

  test('[R2] the team’s result does not depend on the order of ops', () => {
    fc.assert(
      fc.property(aTeamHistory().chain((ops) => fc.tuple(fc.constant(ops), inAnyOrder(ops))), ([ops, shuffled]) => {
        expect(plain(team(...shuffled))).toEqual(plain(team(...ops)));
      }),
      { numRuns: 300 },
    );
  });

  test('[R3] a standing settlement hides nothing that it did not see and that says something else', () => {
    fc.assert(
      fc.property(aTeamHistory(), (ops) => {
        const visit = stateOf(...ops);
        const result = resultOf(visit);
        if (result.kind !== 'settled') return;
        const entity = entityOf(visit, 'teamRating', teamRatingKey(EDITION, STANDARD));
        const standing = headIds(entity, 'settled.result');
        const saw = new Set(ops.filter((op) => standing.includes(op.id)).flatMap((op) => op.saw ?? []));
        const unseen = ratingsOf(visit).flatMap((rating) => rating.entity.fields.get('result')?.heads ?? []).filter((op) => !saw.has(op.id));
        for (const op of unseen) expect(['not_reviewed', 'in_review', result.settlement.result]).toContain(op.set['result']);
      }),
      { numRuns: 300 },
    );
  });
});

test('the leader’s confirmation stands alone, and two that differ confirm nothing', () => {
  const one = aTeamRating({ applicability: 'na_size' });
  expect(teamApplicabilityOf(stateOf(marta), EDITION, STANDARD)).toBeUndefined();
  expect(teamApplicabilityOf(stateOf(one), EDITION, STANDARD)).toBe('na_size');
  expect(teamApplicabilityOf(stateOf(one, aTeamRating({ applicability: 'na_tier' })), EDITION, STANDARD)).toBeUndefined();
});

const plainRating = ({ entity: _entity, ...rating }: Rating) => rating;

function plain(result: TeamResult): unknown {
  switch (result.kind) {
    case 'differs': return { ...result, ratings: result.ratings.map(plainRating) };
    case 'to_settle_again': return { ...result, since: result.since.map(plainRating) };
    default: return result;
  }
}
