import { expect, test } from 'vitest';
import { allMetTap, applicabilityTap, bulletTap, resultTap, undoOf, whyTap, type RatingDesk } from '#core/rating/ratingChanges.ts';
import { ratingOf } from '#core/rating/rating.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { emptyScopeState } from '#core/op/scopeState.ts';
import { DALE, MARTA, VISIT_SCOPE } from '#test/builders/opBuilder.ts';
import { aBullet, aStandard } from '#test/core/manual/manualBuilders.ts';
import { aVisit, EDITION, rates, written } from './aVisit.ts';

const standard = aStandard('4.2.3', { statement: { es: 'La directiva establece:' }, directiveRequired: true, bullets: [aBullet('a'), aBullet('b')] });
const deskIn = (visit: ScopeState): RatingDesk => ({ scope: VISIT_SCOPE, edition: EDITION, standard, me: DALE, mine: ratingOf(visit, EDITION, standard.id, DALE) });

test('a result is set by one tap and cleared by the same tap again', () => {
  expect(resultTap(deskIn(emptyScopeState), 'partial')?.set).toEqual({ result: 'partial' });
  expect(resultTap(deskIn(aVisit(rates(DALE, '4.2.3', { result: 'partial' }))), 'partial')?.set).toEqual({ result: 'not_reviewed' });
});

test('clearing what nobody rated writes nothing', () => {
  expect(resultTap(deskIn(emptyScopeState), 'not_reviewed')).toBeUndefined();
});

test('a result that the same person gave differently on two tablets is settled by one tap, not cleared', () => {
  const split = aVisit(rates(DALE, '4.2.3', { result: 'partial' }), { ...rates(DALE, '4.2.3', { result: 'not_in_compliance' }), change: { ...rates(DALE, '4.2.3', { result: 'not_in_compliance' }).change, base: { result: [] } } });
  expect(deskIn(split).mine?.conflicts).toEqual(['result']);
  expect(resultTap(deskIn(split), 'partial')?.set).toEqual({ result: 'partial' });
});

test('the first touch of a bullet says in the same act that the standard is in review', () => {
  expect(bulletTap(deskIn(emptyScopeState), 'bullet.a', 'met').set).toEqual({ result: 'in_review', 'bullet.a': 'met' });
});

test('a bullet never changes a result that was given', () => {
  expect(bulletTap(deskIn(aVisit(rates(DALE, '4.2.3', { result: 'partial' }))), 'bullet.a', 'not_met').set).toEqual({ 'bullet.a': 'not_met' });
});

test('all met answers statement, directive and bullets that are empty, and leaves what was answered', () => {
  const visit = aVisit(rates(DALE, '4.2.3', { result: 'in_review', 'bullet.b': 'not_met' }));
  expect(allMetTap(deskIn(visit))?.set).toEqual({ 'bullet.0': 'met', 'bullet.directive': 'met', 'bullet.a': 'met' });
});

test('a reason that is tapped twice is taken back', () => {
  const visit = aVisit(rates(DALE, '4.2.3', { 'why.equipment': true }));
  expect(whyTap(deskIn(visit), 'equipment').set).toEqual({ 'why.equipment': false });
});

test('an advisor proposes applicability; only the leader’s choice confirms it', () => {
  expect(applicabilityTap(deskIn(emptyScopeState), 'na_function', false).map((change) => change.entity)).toEqual(['rating']);
  expect(applicabilityTap(deskIn(emptyScopeState), 'na_function', true).map((change) => change.entity)).toEqual(['rating', 'teamRating']);
});

test('undoing all met empties exactly what it answered', () => {
  const before = aVisit(rates(MARTA, '4.2.3', { result: 'partial' }));
  const tap = allMetTap(deskIn(before));
  if (!tap) throw new Error('nothing to do');
  const after = written(before, DALE, tap);
  const undone = written(after, DALE, undoOf(tap, undefined));
  expect(ratingOf(undone, EDITION, '4.2.3', DALE)?.bullets.size).toBe(0);
  expect(ratingOf(undone, EDITION, '4.2.3', DALE)?.result).toBe('not_reviewed');
});
