import { expect, test } from 'vitest';
import { indexEdition } from '#core/manual/manualIndex.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import { rollUp } from '#core/rating/rollUp.ts';
import { countedOf, ownOrSettledResult, progressOf, teamOrOwnResult, visitOverview } from '#core/rating/visitOverview.ts';
import { visitNeeds } from '#core/rating/visitNeeds.ts';
import { confirmApplicability } from '#core/rating/ratingChanges.ts';
import { DALE, MARTA, VISIT_SCOPE } from '#test/builders/opBuilder.ts';
import { aBullet, anEditionOf, aStandard } from '#test/core/manual/manualBuilders.ts';
import { aVisit, EDITION, observes, rates } from './aVisit.ts';

const withBullet = (number: string) => aStandard(number, { bullets: [aBullet(`${number}.a`)] });
const first = withBullet('1.1.1');
const index = indexEdition(anEditionOf(first, withBullet('1.1.2'), aStandard('1.1.3', { reserved: true })));
const rowOf = (visit: ScopeState, id: string, me = MARTA) => {
  const row = visitOverview(visit, index, me).find((one) => one.place.standard.id === id);
  if (!row) throw new Error('no such standard');
  return row;
};

test('a reserved standard is shown and never counted', () => {
  const rows = visitOverview(aVisit(rates(MARTA, '1.1.1', { result: 'in_compliance' })), index, MARTA);
  expect(rows).toHaveLength(3);
  expect(progressOf(rows, ownOrSettledResult)).toEqual({ done: 1, total: 2 });
});

test('verify on site does not count as done', () => {
  const rows = visitOverview(aVisit(rates(MARTA, '1.1.1', { result: 'verify_on_site' })), index, MARTA);
  expect(progressOf(rows, ownOrSettledResult)).toEqual({ done: 0, total: 2 });
});

test('my list shows my own mark, and the whole visit shows a colleague’s', () => {
  const row = rowOf(aVisit(rates(DALE, '1.1.1', { result: 'partial' })), '1.1.1');
  expect(ownOrSettledResult(row)).toBe('not_reviewed');
  expect(teamOrOwnResult(row)).toBe('partial');
});

test('a standard that the leader confirmed as not applicable is not waited for', () => {
  const visit = aVisit({ by: MARTA, change: confirmApplicability({ scope: VISIT_SCOPE, edition: EDITION, standard: first }, 'na_function') });
  expect(progressOf(visitOverview(visit, index, MARTA), ownOrSettledResult).total).toBe(1);
});

test('in compliance with an unmet bullet stays undecided in the forecast', () => {
  const row = rowOf(aVisit(rates(MARTA, '1.1.1', { result: 'in_compliance', 'bullet.1.1.1.a': 'not_met' })), '1.1.1');
  expect(rollUp([countedOf(row)], 'A', { otherPercent: 80 }).mandatory).toEqual({ total: 1, complied: 0, notComplied: 0, undecided: 1 });
});

test('evidence without my result asks for me; a difference of others asks for the leader only', () => {
  const visit = aVisit(observes(DALE, '1.1.2'), rates(DALE, '1.1.1', { result: 'partial' }), rates('somebody', '1.1.1', { result: 'in_compliance' }));
  const needs = (me: string, isLeader: boolean) => visitNeeds(visit, visitOverview(visit, index, me), isLeader);
  expect(needs(MARTA, true).readyToRate.map((row) => row.place.standard.id)).toEqual(['1.1.2']);
  expect(needs(MARTA, true).differences).toHaveLength(1);
  expect(needs(MARTA, false).differences).toHaveLength(0);
  expect(needs(DALE, false).differences).toHaveLength(1);
});
