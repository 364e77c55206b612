import { expect, test } from 'vitest';
import { hoursWithoutNetwork, waitsOverADay } from '#client/parts/hoursWithoutNetwork.ts';

const HOUR = 3_600_000;
const seen = { network: 'unreachable', waiting: 12, waitingFiles: 0, lastAnswerAtMs: 0, waitingSinceMs: 0 } as const;

test('a day without network is said once there is work that exists only here', () => {
  expect(hoursWithoutNetwork(seen, 26 * HOUR)).toBe(26);
  expect(hoursWithoutNetwork(seen, 23 * HOUR)).toBeUndefined();
  expect(hoursWithoutNetwork({ ...seen, waiting: 0 }, 26 * HOUR)).toBeUndefined();
  expect(hoursWithoutNetwork({ ...seen, network: 'reached' }, 26 * HOUR)).toBeUndefined();
});

test('a tablet opened without network counts from its oldest waiting record', () => {
  expect(hoursWithoutNetwork({ ...seen, lastAnswerAtMs: undefined, waitingSinceMs: 2 * HOUR }, 30 * HOUR)).toBe(28);
});

test('waiting work asks for attention only after a day', () => {
  expect(waitsOverADay(seen, 25 * HOUR)).toBe(true);
  expect(waitsOverADay(seen, HOUR)).toBe(false);
});
