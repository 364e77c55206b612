import { expect, test } from 'vitest';
import { formatFor } from '#client/parts/useFormat.ts';

test('a day is the same day in every time zone', () => {
  expect(formatFor('es').date('2026-11-23', 'America/Tijuana')).toMatch(/^23 nov/);
  expect(formatFor('en').date('2026-11-23', 'Asia/Tokyo')).toBe('Nov 23, 2026');
});

test('a time is shown in the agency’s zone, not the tablet’s', () => {
  expect(formatFor('es').time('2026-11-22T17:05:00Z', 'America/Hermosillo')).toBe('10:05');
  expect(formatFor('es').time('2026-11-22T17:05:00Z', 'America/Mexico_City')).toBe('11:05');
});

test('an unknown zone still shows a time', () => {
  expect(formatFor('en').time('2026-11-22T17:05:00Z', 'America/Nowhere')).toMatch(/\d+:05/);
});

test('sizes read as file managers say them', () => {
  expect(formatFor('es').bytes(1_100_000)).toBe('1.1 MB');
  expect(formatFor('en').bytes(18_200_000_000)).toBe('18.2 GB');
  expect(formatFor('en').bytes(0)).toMatch(/^0/);
});

test('a number has Mexican thousands', () => {
  expect(formatFor('es').number(1296)).toBe('1,296');
});
