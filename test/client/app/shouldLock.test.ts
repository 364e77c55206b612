import { expect, test } from 'vitest';
import { shouldLock } from '#client/app/shouldLock.ts';

const MINUTE = 60_000;
const idle = { nowMs: 100 * MINUTE, lastActMs: 95 * MINUTE, idleMinutes: 5, pickerOpenSinceMs: undefined };

test('a tablet that nobody touched for the chosen minutes locks, and not earlier', () => {
  expect(shouldLock(idle)).toBe(true);
  expect(shouldLock({ ...idle, lastActMs: 95 * MINUTE + 1 })).toBe(false);
  expect(shouldLock({ ...idle, idleMinutes: 30 })).toBe(false);
});

test('an open camera holds the lock back, for 10 minutes at most', () => {
  expect(shouldLock({ ...idle, pickerOpenSinceMs: 91 * MINUTE })).toBe(false);
  expect(shouldLock({ ...idle, pickerOpenSinceMs: 90 * MINUTE })).toBe(true);
});

test('setting the clock back does not keep a tablet open', () => {
  expect(shouldLock({ ...idle, lastActMs: 101 * MINUTE })).toBe(true);
  expect(shouldLock({ ...idle, pickerOpenSinceMs: 101 * MINUTE })).toBe(true);
});
