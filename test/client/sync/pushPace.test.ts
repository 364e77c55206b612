import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIRST_PUSH_OPS, nextPushOps } from '#client/sync/pushPace.ts';

const aPush = fc.record({ ops: fc.integer({ min: 0, max: 5_000 }), ms: fc.integer({ min: 0, max: 120_000 }), answered: fc.boolean() });

test('[L25] whatever happened, a push holds from 100 to 5,000 ops', () => {
  fc.assert(fc.property(fc.array(aPush), (pushes) => {
    const size = pushes.reduce(nextPushOps, FIRST_PUSH_OPS);
    expect(size).toBeGreaterThanOrEqual(100);
    expect(size).toBeLessThanOrEqual(5_000);
    expect(Number.isInteger(size)).toBe(true);
  }));
});

test('[L25] full pushes that are answered quickly grow to the largest, however small they had become', () => {
  let size = 100;
  for (let push = 0; push < 6; push++) size = nextPushOps(size, { ops: size, ms: 500, answered: true });
  expect(size).toBe(5_000);
});

test('[L25] pushes that are not answered shrink to the smallest, and one that never left the tablet says nothing', () => {
  let size = FIRST_PUSH_OPS;
  for (let push = 0; push < 6; push++) size = nextPushOps(size, { ops: size, ms: 60_000, answered: false });
  expect(size).toBe(100);
  expect(nextPushOps(2_000, { ops: 2_000, ms: 20, answered: false })).toBe(2_000);
});

test('[L25] a slow answer makes the next push smaller, never larger', () => {
  fc.assert(fc.property(fc.integer({ min: 100, max: 5_000 }), fc.integer({ min: 15_001, max: 60_000 }), (size, ms) => {
    expect(nextPushOps(size, { ops: size, ms, answered: true })).toBeLessThanOrEqual(size);
  }));
});

test('[L25] a few ops on a quick link say nothing about a large push', () => {
  expect(nextPushOps(1_000, { ops: 3, ms: 10, answered: true })).toBe(1_000);
});
