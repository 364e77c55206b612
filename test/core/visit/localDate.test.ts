import { expect, test } from 'vitest';
import { dayOfVisit, localDate } from '#core/visit/localDate.ts';

test('at one moment it is still yesterday in Tijuana and already today in Hermosillo', () => {
  const at = Date.parse('2026-11-22T07:30:00Z');
  expect(localDate(at, 'America/Tijuana')).toBe('2026-11-21');
  expect(localDate(at, 'America/Hermosillo')).toBe('2026-11-22');
  expect(localDate(at, 'America/Mexico_City')).toBe('2026-11-22');
});

test('the day turns at the agency’s own midnight, to the minute', () => {
  expect(localDate(Date.parse('2026-11-22T07:59:59Z'), 'America/Tijuana')).toBe('2026-11-21');
  expect(localDate(Date.parse('2026-11-22T08:00:00Z'), 'America/Tijuana')).toBe('2026-11-22');
  expect(localDate(Date.parse('2026-11-22T06:59:59Z'), 'America/Hermosillo')).toBe('2026-11-21');
  expect(localDate(Date.parse('2026-11-22T07:00:00Z'), 'America/Hermosillo')).toBe('2026-11-22');
});

test('Tijuana keeps summer time and Hermosillo does not: in July their midnights are one', () => {
  for (const zone of ['America/Tijuana', 'America/Hermosillo']) {
    expect(localDate(Date.parse('2026-07-15T06:59:59Z'), zone)).toBe('2026-07-14');
    expect(localDate(Date.parse('2026-07-15T07:00:00Z'), zone)).toBe('2026-07-15');
  }
});

test('a zone that this machine does not know counts as UTC', () => {
  expect(localDate(Date.parse('2026-11-22T00:00:00Z'), 'Nowhere/Else')).toBe('2026-11-22');
  expect(localDate(Date.parse('2026-01-02T03:00:00Z'), 'UTC')).toBe('2026-01-02');
});

test('a visit of three days counts them from one, across the end of a month and a change of clocks', () => {
  const day = (today: string) => dayOfVisit('2026-10-31', '2026-11-02', today);
  expect([day('2026-10-31'), day('2026-11-01'), day('2026-11-02')]).toEqual([{ day: 1, of: 3 }, { day: 2, of: 3 }, { day: 3, of: 3 }]);
  expect(day('2026-10-30')).toBeUndefined();
  expect(day('2026-11-03')).toBeUndefined();
});

test('near midnight the day of a visit is that of the agency, not of the tablet', () => {
  const at = Date.parse('2026-11-23T07:30:00Z');
  const day = (zone: string) => dayOfVisit('2026-11-21', '2026-11-23', localDate(at, zone))?.day;
  expect([day('America/Tijuana'), day('America/Hermosillo')]).toEqual([2, 3]);
});

test('a visit without dates has no day', () => {
  expect(dayOfVisit('', '2026-11-22', '2026-11-22')).toBeUndefined();
  expect(dayOfVisit('2026-11-22', '', '2026-11-22')).toBeUndefined();
});
