import { expect, test } from 'vitest';
import { ratingsByStandard } from '#core/rating/rating.ts';
import { headsToSettle, teamResultOf } from '#core/rating/teamResult.ts';
import { comparedItems, differingApplicabilities, settlementChange, settlementChoices } from '#core/rating/settlement.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { DALE, MARTA, VISIT_SCOPE } from '#test/builders/opBuilder.ts';
import { aBullet, aStandard } from '#test/core/manual/manualBuilders.ts';
import { aVisit, EDITION, rates, written } from './aVisit.ts';

const ratingsIn = (visit: ScopeState) => ratingsByStandard(visit).get('s') ?? [];
const deskIn = (visit: ScopeState) => ({ scope: VISIT_SCOPE, visit, edition: EDITION, standard: 's', ratings: ratingsIn(visit) });
const apart = aVisit(rates(MARTA, 's', { result: 'in_compliance', reason: 'Completa.' }), rates(DALE, 's', { result: 'not_in_compliance', reason: 'Nobody looks.' }));

test('a settlement carries every head of result, applicability and reason that was on the screen', () => {
  const change = settlementChange(deskIn(apart), { result: 'partial', reason: 'Falta revisión ajena.' });
  expect(change.saw).toEqual(headsToSettle(ratingsIn(apart)));
  expect(change.saw?.length).toBe(2);
  expect(change.set).toEqual({ 'settled.result': 'partial', 'settled.reason': 'Falta revisión ajena.' });
});

test('a result that arrives while the leader is choosing makes the standard "to settle again"', () => {
  const looked = deskIn(apart);
  const meanwhile = written(apart, DALE, rates(DALE, 's', { result: 'verify_on_site' }).change);
  const settled = written(meanwhile, MARTA, settlementChange(looked, { result: 'partial', reason: 'Así queda.' }));
  expect(teamResultOf(settled, EDITION, 's', ratingsIn(settled)).kind).toBe('to_settle_again');
});

test('what was looked at stays settled', () => {
  const settled = written(apart, MARTA, settlementChange(deskIn(apart), { result: 'partial', reason: 'Así queda.' }));
  expect(teamResultOf(settled, EDITION, 's', ratingsIn(settled))).toMatchObject({ kind: 'settled', settlement: { result: 'partial', reason: 'Así queda.', by: MARTA } });
});

test('the choices are each side’s result, the middle and to look again, each once', () => {
  expect(settlementChoices(ratingsIn(apart))).toEqual(['in_compliance', 'partial', 'not_in_compliance', 'verify_on_site']);
});

test('items that both answered alike are told apart from those that they did not; untouched ones are left out', () => {
  const standard = aStandard('s', { bullets: [aBullet('a'), aBullet('b'), aBullet('c')] });
  const visit = aVisit(rates(MARTA, 's', { 'bullet.a': 'met', 'bullet.b': 'met' }), rates(DALE, 's', { 'bullet.a': 'met', 'bullet.b': 'not_met' }));
  expect(comparedItems(standard, ratingsIn(visit)).map(({ item, differs }) => [item.field, differs])).toEqual([['bullet.a', false], ['bullet.b', true]]);
});

test('the leader is asked for applicability only where the advisors differ in it', () => {
  expect(differingApplicabilities(ratingsIn(apart))).toEqual([]);
  const visit = written(apart, DALE, rates(DALE, 's', { applicability: 'na_size' }).change);
  expect([...differingApplicabilities(ratingsIn(visit))].sort()).toEqual(['applicable', 'na_size']);
});
