import { expect, test } from 'vitest';
import { fitOf, MAX_TEXT_CHARS, type FieldType } from '#core/op/fieldType.ts';
import { anId } from '#test/builders/opBuilder.ts';

const word: FieldType = { type: 'oneOf', values: ['met', 'na'] };

test.each([
  ['text', ['', 'ñ', 'a'.repeat(MAX_TEXT_CHARS)], ['a'.repeat(MAX_TEXT_CHARS + 1), 1, true]],
  ['boolean', [true, false], [0, 'true']],
  ['integer', [0, -4, Number.MAX_SAFE_INTEGER], [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '1']],
  ['uuid', [anId()], ['', 'x', anId().toUpperCase(), `${anId()} `]],
  ['date', ['', '2026-11-22', '2028-02-29'], ['2026-02-29', '2026-13-01', '2026-1-1', '22/11/2026', '2026-11-22T00:00:00Z']],
  ['instant', ['2026-11-22T15:00:00Z', '2026-11-22T15:00:00.123Z'], ['', '2026-11-22', '2026-11-22T15:00:00', '2026-11-22T15:00:00-07:00', '2026-11-22T25:00:00Z']],
  ['sha256', ['0'.repeat(64)], ['', '0'.repeat(63), 'A'.repeat(64)]],
] as const)('a field of type %s takes what it should and nothing else', (type, good, bad) => {
  for (const value of good) expect([value, fitOf({ type }, value)]).toEqual([value, 'fits']);
  for (const value of [...bad, null, [], {}]) expect([value, fitOf({ type }, value)]).toEqual([value, 'unfit']);
});

test('a word that only a newer build knows is told apart from what is no word', () => {
  expect(fitOf(word, 'met')).toBe('fits');
  expect(fitOf(word, 'half_met')).toBe('unknown-value');
  expect(fitOf(word, '')).toBe('unknown-value');
  expect(fitOf(word, 1)).toBe('unfit');
  expect(fitOf(word, 'x'.repeat(61))).toBe('unfit');
});
