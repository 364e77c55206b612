import { expect, test } from 'vitest';
import { ratingHistory } from '#core/rating/ratingHistory.ts';
import { ratingsByStandard } from '#core/rating/rating.ts';
import { DALE, MARTA } from '#test/builders/opBuilder.ts';
import { aVisit, EDITION, rates } from './aVisit.ts';

test('an act that was taken back stays in the history, newest first, with who did it', () => {
  const visit = aVisit(rates(MARTA, 's', { result: 'partial' }), rates(DALE, 's', { 'bullet.a': 'met', 'bullet.b': 'met', result: 'in_review' }), rates(MARTA, 's', { result: 'not_reviewed' }));
  const history = ratingHistory(visit, EDITION, 's', ratingsByStandard(visit).get('s') ?? []);
  expect(history.map((act) => [act.actor, act.steps])).toEqual([
    [MARTA, [{ type: 'result', value: 'not_reviewed' }]],
    [DALE, [{ type: 'result', value: 'in_review' }, { type: 'bullets', fields: ['bullet.a', 'bullet.b'], value: 'met' }]],
    [MARTA, [{ type: 'result', value: 'partial' }]],
  ]);
});
