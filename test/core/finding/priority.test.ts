import { expect, test } from 'vitest';
import { priorityOf } from '#core/finding/priority.ts';
import { EXTENTS, FINDING_KINDS, HARMS, PRIORITIES } from '#core/finding/values.ts';

test.each([
  ['low', 'limited', 'low'], ['low', 'pattern', 'low'], ['low', 'widespread', 'medium'],
  ['moderate', 'limited', 'low'], ['moderate', 'pattern', 'medium'], ['moderate', 'widespread', 'high'],
  ['high', 'limited', 'medium'], ['high', 'pattern', 'high'], ['high', 'widespread', 'critical'],
] as const)('[F5] %s harm, %s: %s', (harm, extent, priority) => {
  for (const kind of FINDING_KINDS) expect(priorityOf(harm, extent, kind, 'O')).toBe(priority);
});

test('[F5] a gap on a mandatory standard is at least high, and critical where the grid says so', () => {
  for (const harm of HARMS) {
    for (const extent of EXTENTS) expect(['high', 'critical']).toContain(priorityOf(harm, extent, 'gap', 'M'));
  }
  expect(priorityOf('low', 'limited', 'gap', 'M')).toBe('high');
  expect(priorityOf('high', 'widespread', 'gap', 'M')).toBe('critical');
  expect(priorityOf(undefined, undefined, 'gap', 'M')).toBe('high');
});

test('[F5] nothing else is lifted: another kind, another level', () => {
  for (const kind of FINDING_KINDS.filter((one) => one !== 'gap')) expect(priorityOf('low', 'limited', kind, 'M')).toBe('low');
  for (const level of ['O', 'NA'] as const) expect(priorityOf('low', 'limited', 'gap', level)).toBe('low');
  expect(priorityOf('low', 'limited', undefined, 'M')).toBe('low');
});

test('[F5] there is no priority until both axes are chosen', () => {
  expect(priorityOf('high', undefined, 'gap', 'O')).toBeUndefined();
  expect(priorityOf(undefined, 'widespread', 'gap', 'O')).toBeUndefined();
});

test('[F5] more harm or more reach never lowers it', () => {
  const rank = (harm: (typeof HARMS)[number], extent: (typeof EXTENTS)[number]): number => PRIORITIES.indexOf(priorityOf(harm, extent, 'gap', 'O') ?? 'low');
  const lines = [...HARMS.map((harm) => EXTENTS.map((extent) => rank(harm, extent))), ...EXTENTS.map((extent) => HARMS.map((harm) => rank(harm, extent)))];
  expect(lines).toEqual(lines.map((line) => line.toSorted()));
});
