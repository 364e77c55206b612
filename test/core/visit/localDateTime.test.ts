import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOfLocal, localDateTime } from '#core/visit/localDateTime.ts';

test('an act is dated by the clocks of the agency, not of the tablet', () => {
  expect(localDateTime('2026-11-22T17:05:40Z', 'America/Hermosillo')).toBe('2026-11-22T10:05');
  expect(localDateTime('2026-11-22T05:05:00Z', 'America/Mexico_City')).toBe('2026-11-21T23:05');
  expect(localDateTime('2026-11-22T06:00:00Z', 'America/Mexico_City')).toBe('2026-11-22T00:00');
});

test('what is typed in the agency’s time is kept as the right instant', () => {
  expect(instantOfLocal('2026-11-22T10:05', 'America/Hermosillo')).toBe('2026-11-22T17:05:00.000Z');
  expect(instantOfLocal('2026-07-01T10:05', 'America/Tijuana')).toBe('2026-07-01T17:05:00.000Z');
  expect(instantOfLocal('2026-12-01T10:05', 'America/Tijuana')).toBe('2026-12-01T18:05:00.000Z');
});

test('the hour that Tijuana has twice is read as the first, and the one it skips moves on', () => {
  expect(instantOfLocal('2026-11-01T01:30', 'America/Tijuana')).toBe('2026-11-01T08:30:00.000Z');
  expect(instantOfLocal('2026-03-08T02:30', 'America/Tijuana')).toBe('2026-03-08T10:30:00.000Z');
});

test('half a date is no instant', () => {
  expect(instantOfLocal('', 'America/Tijuana')).toBeUndefined();
  expect(instantOfLocal('2026-11-22', 'America/Tijuana')).toBeUndefined();
  expect(localDateTime('', 'America/Tijuana')).toBe('');
});

test('a zone that this machine does not know counts as UTC', () => {
  expect(localDateTime('2026-11-22T17:05:00Z', 'Nowhere/Else')).toBe('2026-11-22T17:05');
});

test('any minute that is shown in a field and left alone stays the same minute', () => {
  const minutes = fc.integer({ min: 0, max: 40 * 365 * 24 * 60 }).map((minute) => new Date(Date.UTC(2000, 0, 1) + minute * 60_000).toISOString());
  fc.assert(
    fc.property(minutes, fc.constantFrom('America/Mexico_City', 'America/Hermosillo', 'America/Cancun', 'UTC'), (instant, zone) => {
      const again = instantOfLocal(localDateTime(instant, zone), zone);
      expect(localDateTime(again ?? '', zone)).toBe(localDateTime(instant, zone));
    }),
  );
});
