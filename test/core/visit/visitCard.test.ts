import { expect, test } from 'vitest';
import { visitCardsOf } from '#core/visit/visitCard.ts';
import { AGENCY_SCOPE } from '#test/builders/aFinding.ts';
import { anId, anOp, DALE, LUCIA, VISIT } from '#test/builders/opBuilder.ts';
import { stateOf } from '#test/builders/stateOf.ts';

const card = (entityId: string, set: Readonly<Record<string, string | boolean | number>>) => anOp({ scope: AGENCY_SCOPE, entity: 'visit', entityId, set, base: {} });

test('the leader is of the team, named once, and the latest visit comes first', () => {
  const older = card(anId(), { kind: 'mock_tour', startDate: '2026-03-01' });
  const agency = stateOf(older, card(VISIT, { kind: 'mock_dress_rehearsal', startDate: '2026-11-09', edition: 'le-2026', leader: LUCIA, [`member.${LUCIA}`]: true, [`member.${DALE}`]: true }));
  expect(visitCardsOf(agency).map((one) => one.id)).toEqual([VISIT, older.entityId]);
  expect(visitCardsOf(agency)[0]).toMatchObject({ kind: 'mock_dress_rehearsal', edition: 'le-2026', revision: 1, leader: LUCIA, team: [LUCIA, DALE] });
  expect(visitCardsOf(agency)[1]?.team).toEqual([]);
});
