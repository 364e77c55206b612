import { expect, test } from 'vitest';
import { newVisit, visitProblems } from '#client/features/manage-agencies/newVisit.ts';
import { DALE, MARTA } from '#test/client/makeFakeWorkspace.ts';

const edition = { id: 'sample', revision: 2, name: { es: 'Muestra' }, program: 'LE', sample: true, standards: 36 };
const fields = { kind: 'mock_dress_rehearsal', startDate: '2026-11-23', endDate: '2026-11-25' };

test('a visit is pinned to the edition’s revision, and its whole team gets its rights in the same act', () => {
  const { changes, command } = newVisit('a', 'v', fields, edition, MARTA.id, [DALE.id]);
  expect(changes[0]?.set).toMatchObject({ edition: 'sample', revision: 2, leader: MARTA.id, [`member.${MARTA.id}`]: true, [`member.${DALE.id}`]: true });
  expect(command).toEqual({ type: 'set-team', agency: 'a', visit: 'v', leader: MARTA.id, advisors: [DALE.id] });
});

test('a leader ticked as an advisor too is not counted twice', () => {
  expect(newVisit('a', 'v', fields, edition, MARTA.id, [MARTA.id, DALE.id]).command).toMatchObject({ advisors: [DALE.id] });
});

test('a visit cannot end before it begins', () => {
  expect(visitProblems({ ...fields, endDate: '2026-11-22' }, edition, MARTA.id)).toEqual(['endBeforeStart']);
  expect(visitProblems({}, undefined, '')).toEqual(['kind', 'startDate', 'endDate', 'edition', 'leader']);
  expect(visitProblems(fields, edition, MARTA.id)).toEqual([]);
});
