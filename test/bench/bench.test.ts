import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { standardItems } from '#core/manual/standardItems.ts';
import { isIntact } from '#core/op/op.ts';
import { benchEdition, STANDARDS } from './workload/benchEdition.ts';
import { benchOps, OPS } from './workload/benchOps.ts';
import { lastValues, WORK, workEdits, workRecords } from './workload/visitWork.ts';
import { figure } from './figure.ts';
import { figureTable } from './figureTable.ts';
import { gzipKilobytes } from './gzipKilobytes.ts';
import { percentile } from './percentile.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

test('95 of 100 writes are at most as slow as the 95th percentile, whatever order they came in', () => {
  const times = Array.from({ length: 100 }, (_, at) => ((at * 37) % 100) + 1);
  expect(percentile(times, 95)).toBe(95);
  expect(percentile(times, 50)).toBe(50);
  expect(percentile([3, 1, 2], 50)).toBe(2);
  expect(percentile([7], 95)).toBe(7);
});

test('a percentile of nothing is a mistake of the benchmark, not a zero', () => {
  expect(() => percentile([], 95)).toThrow('no percentile');
});

test('a figure carries name, value, unit, limit and ratio, and its ratio is that of the unrounded values', () => {
  expect(figure('type.durable', 0.018, 'ms', 0.012)).toEqual({ name: 'type.durable', value: 0.02, unit: 'ms', limit: 0.01, ratio: 1.5 });
});

test('a file that is fetched twice is counted once, and each is compressed alone', () => {
  const [page, script] = [bytesOf('<html>'.repeat(200)), bytesOf('const a = 1;'.repeat(900))];
  const apart = [page, script].reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).byteLength, 0);
  expect(gzipKilobytes([{ url: '/', bytes: page }, { url: '/a.js', bytes: script }, { url: '/a.js', bytes: script }])).toBe(apart / 1000);
});

test('the table for people shows every figure with its limit', () => {
  const lines = figureTable([figure('firstLoad.signIn', 200, 'kB', 350), figure('unlock.open600', 90.5, 'ms', 40)]).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toMatch(/^unlock\.open600 +90\.5 ms +40 ms +2\.263$/);
});

test('a figure outside its limit is said to be so', () => {
  const lines = figureTable([figure('push.2000', 500, 'ms', 200), figure('pull.2000', 220, 'ms', 200), figure('conflicts.sameField', 217, 'pairs', 218), figure('photos.resent', 0, 'bytes', 0)]).split('\n');
  expect(lines[1]).toMatch(/2\.5 +≤ 1\.8 +OUTSIDE$/);
  expect(lines[2]).toMatch(/1\.1 +≤ 1\.2$/);
  expect(lines[3]).toMatch(/0\.995 += 1 +OUTSIDE$/);
  expect(lines[4]).toMatch(/1 +≤ 1$/);
});

test('the work is the one that other engines were measured on: 218 fields written by both, 292 fields beside each other', () => {
  const records = workRecords();
  expect(records).toHaveLength(WORK.records);
  expect(JSON.stringify(records[0]).length).toBeGreaterThan(500);
  const [a, b] = [lastValues(workEdits('A', records)), lastValues(workEdits('B', records))];
  let [same, other] = [0, 0];
  for (const [id, right] of b) {
    const left = a.get(id);
    if (!left) continue;
    for (const field of ['status', 'note'] as const) {
      const writers = [left[field], right[field]].filter((value) => value !== undefined).length;
      if (writers === 2) same += 1;
      else if (writers === 1) other += 1;
    }
  }
  expect([same, other]).toEqual([218, 292]);
});

test('the measured visit is the same in every run, and is what it says: 600 standards, 2,000 intact ops', () => {
  const edition = benchEdition(1);
  expect(benchEdition(1)).toEqual(edition);
  const standards = edition.chapters.flatMap((chapter) => chapter.topics.flatMap((topic) => topic.standards));
  expect(standards).toHaveLength(STANDARDS);
  expect(standards.every((standard) => standard.title.es && standard.title.en && standardItems(standard).length > 1)).toBe(true);
  const ops = benchOps(edition, 2);
  expect(ops).toHaveLength(OPS);
  expect(ops.every(isIntact)).toBe(true);
  expect(new Set(ops.map(({ id }) => id)).size).toBe(OPS);
  expect(benchOps(edition, 2).at(-1)).toEqual(ops.at(-1));
}, 30_000);
