import { expect, test } from 'vitest';
import { byNeed, judge, readinessOf, type Seen } from '#client/features/prepare-offline/readiness.ts';

const all: Seen = {
  shell: { type: 'present', missing: [] }, manual: { standards: 36, expected: 36 }, lastAnswerAtMs: 1_000, waiting: 0, photos: 3, photosMissing: 0, freeBytes: 18_000_000_000,
  hasReserve: true, persisted: true, installed: true, team: 2, teamKnown: 2, nowMs: 2_000,
};

test('a tablet that has everything may leave', () => {
  expect(judge(readinessOf(all))).toEqual({ type: 'leave', ready: 9, of: 9, first: undefined });
});

test('without the manual, or with a part of it, nobody is told to leave', () => {
  expect(judge(readinessOf({ ...all, manual: undefined }))).toMatchObject({ type: 'stay', first: 'manual' });
  expect(judge(readinessOf({ ...all, manual: { standards: 20, expected: 36 } }))).toMatchObject({ type: 'stay', first: 'manual' });
});

test('an app that is not whole in the cache keeps the team at home', () => {
  expect(judge(readinessOf({ ...all, shell: { type: 'absent' } }))).toMatchObject({ type: 'stay', first: 'app' });
  const noEnglish = readinessOf({ ...all, shell: { type: 'present', missing: ['assets/locale-en-x.js'] } });
  expect(noEnglish).toMatchObject({ app: 'ready', texts: 'missing' });
});

test('what only makes the data safer is said, and does not forbid leaving', () => {
  const readiness = readinessOf({ ...all, persisted: false, installed: false, hasReserve: false, waiting: 3 });
  expect(judge(readiness)).toMatchObject({ type: 'leave-with-care', ready: 5 });
});

test('what is missing stands on top', () => {
  expect(byNeed(readinessOf({ ...all, manual: undefined, persisted: false })).slice(0, 2)).toEqual(['manual', 'persisted']);
});
