import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FREE_TRIES, tryWaitMs } from '#core/people/tryWait.ts';

test('[A26] five wrong passwords are free, then each wait is twice the last, up to 15 minutes', () => {
  const waits = Array.from({ length: 12 }, (_, count) => tryWaitMs({ count, lastAtMs: 1_000 }, FREE_TRIES, 1_000) / 1_000);
  expect(waits).toEqual([0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900]);
});

test('[A26] a wait passes, and a clock that is wrong by years does not make it longer', () => {
  fc.assert(fc.property(fc.nat(40), fc.integer(), fc.integer(), (count, lastAtMs, nowMs) => {
    const wait = tryWaitMs({ count, lastAtMs }, FREE_TRIES, nowMs);
    expect(wait).toBeGreaterThanOrEqual(0);
    expect(wait).toBeLessThanOrEqual(15 * 60_000);
    expect(tryWaitMs({ count, lastAtMs }, FREE_TRIES, lastAtMs + 15 * 60_000)).toBe(0);
  }));
});
