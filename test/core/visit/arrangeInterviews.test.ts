import { expect, test } from 'vitest';
import { arrangeInterviews, type InterviewQuery } from '#core/visit/arrangeInterviews.ts';
import type { Interview } from '#core/visit/interview.ts';

const interview = (code: string, part: Partial<Interview> = {}): Interview => ({
  id: `${code}/marta`, code, author: 'marta', roleCategory: 'custody', noticeVersion: '1', consent: 'tacit', attributable: false,
  text: { text: '', conflict: false }, language: 'es', outcome: undefined, observedAt: '2026-11-18T17:00:00Z', standards: [], guide: '', guideRevision: 1, guideOutcomes: new Map(), conflicts: [],
  facts: { createdBy: 'marta', recordedAt: '2026-11-18T17:00:00Z', changedBy: 'marta', changedAt: '2026-11-18T17:00:00Z', authors: ['marta'], opIds: [], deletion: 'alive' },
  ...part,
});
const names = { role: (one: Interview) => (one.roleCategory === 'custody' ? 'Custodia' : 'Mando'), standardNumber: (id: string) => id };
const all: InterviewQuery = { order: 'code', mineOnly: false, words: '', me: 'marta' };
const codesOf = (groups: ReturnType<typeof arrangeInterviews>): readonly string[] => groups.flatMap((group) => group.interviews.map((one) => one.code));

test('E-MI-2 comes before E-MI-10 in the list', () => {
  expect(codesOf(arrangeInterviews([interview('E-MI-10'), interview('E-MI-2')], all, names))).toEqual(['E-MI-2', 'E-MI-10']);
});

test('interviews stand under the category of the post, command first', () => {
  const groups = arrangeInterviews([interview('E-MI-01'), interview('E-MI-02', { roleCategory: 'command' }), interview('E-MI-03', { roleCategory: undefined })], { ...all, order: 'role' }, names);
  expect(groups.map((group) => group.role)).toEqual(['command', 'custody', undefined]);
});

test('an interview is found by its category, its code or its standard', () => {
  const list = [interview('E-MI-01', { standards: ['4.2.3'] }), interview('E-MI-02', { roleCategory: 'command', author: 'dale' })];
  expect(codesOf(arrangeInterviews(list, { ...all, words: 'mando' }, names))).toEqual(['E-MI-02']);
  expect(codesOf(arrangeInterviews(list, { ...all, words: '4.2.3' }, names))).toEqual(['E-MI-01']);
  expect(codesOf(arrangeInterviews(list, { ...all, mineOnly: true }, names))).toEqual(['E-MI-01']);
});
