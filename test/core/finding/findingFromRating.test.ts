import { expect, test } from 'vitest';
import { draftFindingOf } from '#core/finding/draftFinding.ts';
import { findingFromRating } from '#core/finding/findingFromRating.ts';
import { ratingOf } from '#core/rating/rating.ts';
import { anId, DALE, VISIT_SCOPE } from '#test/builders/opBuilder.ts';
import { aBullet, aStandard } from '#test/core/manual/manualBuilders.ts';
import { aVisit, EDITION, rates, written } from '#test/core/rating/aVisit.ts';

test('a finding is born with the standard, the reasons, the unmet bullets and the words of its rating', () => {
  const standard = aStandard('4.2.3', { bullets: [aBullet('a'), aBullet('d')] });
  const visit = aVisit(rates(DALE, '4.2.3', { result: 'partial', 'bullet.a': 'met', 'bullet.d': 'not_met', 'why.practice_differs': true }));
  const id = anId();
  const desk = { scope: VISIT_SCOPE, edition: EDITION, standard, me: DALE, mine: ratingOf(visit, EDITION, '4.2.3', DALE) };
  const after = written(visit, DALE, findingFromRating(desk, { id, code: 'H-DW-001', statement: 'The custodian reviews his own log.', statementLang: 'en' }));
  expect(draftFindingOf(after, id)).toMatchObject({
    code: 'H-DW-001', standard: '4.2.3', kind: 'gap', bullets: ['d'], reasons: ['practice_differs'],
    statement: { text: 'The custodian reviews his own log.' }, statementLanguage: 'en',
  });
});
