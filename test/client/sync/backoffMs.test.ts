import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoffMs } from '#client/sync/backoffMs.ts';

const limits = { firstMs: 1_000, longestMs: 60_000 };

test('the wait lies anywhere up to a limit that doubles with each failure and then stays', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8].map((failures) => backoffMs(failures, 0.999_999, limits))).toEqual([999, 1_999, 3_999, 7_999, 15_999, 31_999, 59_999, 59_999]);
  expect(backoffMs(5, 0, limits)).toBe(0);
  expect(backoffMs(5, 0.5, limits)).toBe(8_000);
});

test('however long a server is away, the wait is a number below its limit', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (failures, random) => {
    const wait = backoffMs(failures, random, limits);
    return Number.isInteger(wait) && wait >= 0 && wait < limits.longestMs;
  }));
});
