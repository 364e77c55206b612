import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { byNeed, judge, readinessOf, type Seen } from '#client/features/prepare-offline/readiness.ts';

const all: Seen = {
  shell: { type: 'present', missing: [] }, manual: { standards: 36, expected: 36 }, forms: 'here', lastAnswerAtMs: 1_000, waiting: 0, photos: 3, photosMissing: 0, freeBytes: 18_000_000_000,
  hasReserve: true, persisted: true, installed: true, team: 2, teamKnown: 2, nowMs: 2_000,
};

test('a tablet that has everything may leave', () => {
  expect(judge(readinessOf(all))).toEqual({ type: 'leave', ready: 10, of: 10, first: undefined });
});

test('without the manual, or with a part of it, nobody is told to leave', () => {
  expect(judge(readinessOf({ ...all, manual: undefined }))).toMatchObject({ type: 'stay', first: 'manual' });
  expect(judge(readinessOf({ ...all, manual: { standards: 20, expected: 36 } }))).toMatchObject({ type: 'stay', first: 'manual' });
});

test('an app that is not whole in the cache keeps the team at home', () => {
  expect(judge(readinessOf({ ...all, shell: { type: 'absent' } }))).toMatchObject({ type: 'stay', first: 'app' });
});

test('the files of the texts are known by the names that they are built under', () => {
  const sources = readdirSync('src/client/app').filter((name) => /^(spanish|english)/.test(name));
  expect(sources).toHaveLength(4);
  for (const name of sources) {
    const missing = [`assets/${name.replace('.ts', '')}-BM88Zy7X.js`];
    expect(readinessOf({ ...all, shell: { type: 'present', missing } }), name).toMatchObject({ app: 'ready', texts: 'missing' });
  }
  expect(readinessOf({ ...all, shell: { type: 'present', missing: ['assets/index-BM88Zy7X.js'] } })).toMatchObject({ app: 'missing', texts: 'ready' });
});

test('without the checklists nobody is told to leave; older ones are said', () => {
  expect(judge(readinessOf({ ...all, forms: 'missing' }))).toMatchObject({ type: 'stay', first: 'forms' });
  expect(judge(readinessOf({ ...all, forms: 'older' }))).toMatchObject({ type: 'leave-with-care', first: 'forms' });
  expect(judge(readinessOf({ ...all, forms: 'none' }))).toMatchObject({ type: 'leave' });
});

test('what only makes the data safer is said, and does not forbid leaving', () => {
  const readiness = readinessOf({ ...all, persisted: false, installed: false, hasReserve: false, waiting: 3 });
  expect(judge(readiness)).toMatchObject({ type: 'leave-with-care', ready: 6 });
});

test('what is missing stands on top', () => {
  expect(byNeed(readinessOf({ ...all, manual: undefined, persisted: false })).slice(0, 2)).toEqual(['manual', 'persisted']);
});
