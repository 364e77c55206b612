import { expect, test } from 'vitest';
import { conflictingFields, factsOf, readMembers, readOneOf, readString, readText, timesDiffer } from '#core/op/readField.ts';
import { entityOf } from '#core/op/scopeState.ts';
import type { Op } from '#core/op/op.ts';
import { anOp, DALE, MARTA, OBSERVATION } from '#test/builders/opBuilder.ts';
import { stateOf } from '#test/builders/stateOf.ts';

const read = (...ops: readonly Op[]) => {
  const entity = entityOf(stateOf(...ops), 'observation', OBSERVATION);
  if (!entity) throw new Error('no observation');
  return entity;
};

test('a text in conflict is shown with its mark, the same one on every tablet', () => {
  const a = anOp({ set: { text: 'A' } });
  const b = anOp({ set: { text: 'B' }, actor: DALE });
  expect(readText(read(b, a), 'text')).toEqual({ text: 'A', conflict: true });
  expect(readText(read(a, b), 'text')).toEqual({ text: 'A', conflict: true });
  expect(conflictingFields(read(a, b))).toEqual(['text']);
});

test('members of a set come in order of their names, untied ones left out', () => {
  const first = anOp({ set: { 'standard.s2': true, 'standard.s1': true, 'standard.s3': true }, base: {} });
  expect(readMembers(read(first, anOp({ set: { 'standard.s3': false }, base: { 'standard.s3': [first.id] } })), 'standard.')).toEqual(['s1', 's2']);
});

test('a word of a newer build and an empty text count as nothing said', () => {
  const entity = read(anOp({ set: { outcome: 'half', area: '' }, base: {} }));
  expect(readOneOf(entity, 'outcome', ['supports'])).toBeUndefined();
  expect(readString(entity, 'area')).toBeUndefined();
  expect(readText(undefined, 'text')).toEqual({ text: '', conflict: false });
});

test('a record tells who made it and who touched it last, whatever arrived first', () => {
  const made = anOp({ at: '2026-11-09T15:00:00.000Z' });
  const edit = anOp({ actor: DALE, at: '2026-11-09T16:00:00.000Z', base: { text: [made.id] } });
  expect(factsOf(read(edit, made))).toMatchObject({ createdBy: MARTA, changedBy: DALE, authors: [MARTA, DALE], recordedAt: made.at, changedAt: edit.at });
});

test('both times are shown when a note was typed over fifteen minutes after the act', () => {
  expect(timesDiffer('2026-11-09T15:00:00Z', '2026-11-09T15:15:00Z')).toBe(false);
  expect(timesDiffer('2026-11-09T15:00:00Z', '2026-11-09T15:15:01Z')).toBe(true);
  expect(timesDiffer('2026-11-09T15:15:01Z', '2026-11-09T15:00:00Z')).toBe(true);
});
