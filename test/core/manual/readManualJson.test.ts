import { expect, test } from 'vitest';
import type { Edition } from '#core/manual/edition.ts';
import { MANUAL_FORMAT, readManualJson } from '#core/manual/readManualJson.ts';
import { aBullet, anEditionOf, aStandard } from './manualBuilders.ts';

const written = (edition: Edition): string => JSON.stringify({ format: MANUAL_FORMAT, ...edition });
const problemsOf = (text: string): readonly string[] => readManualJson(text).problems.map(({ severity, column, code }) => `${severity} ${column} ${code}`);
const STANDARD = '/chapters/0/topics/0/standards/0';

test('an edition written in our format is read as it was', () => {
  const edition = anEditionOf(aStandard('1.1.1', { bullets: [aBullet('a', { bullets: [aBullet('a.1')] })] }), aStandard('1.1.2', { reserved: true }));
  const reading = readManualJson(new TextEncoder().encode(`\uFEFF${written(edition)}`));
  expect(reading).toEqual({ counts: { chapter: 1, section: 1, standard: 2, bullet: 2 }, languages: ['es'], edition, problems: [] });
});

test('what has a sensible nothing may be left out', () => {
  const { edition } = readManualJson(JSON.stringify({
    format: MANUAL_FORMAT, id: 'e', program: 'ACA', name: { en: 'Short' },
    chapters: [{ id: 'C', number: '1', topics: [{ id: 'T', number: '1.1', standards: [{ id: 'S', number: '1.1.1', statement: { en: 'x' } }] }] }],
  }));
  expect(edition).toMatchObject({ revision: 1, sample: false, passRule: { otherPercent: 80 }, languages: ['en'] });
  expect(edition?.chapters[0]?.topics[0]?.standards[0]).toEqual(aStandard('1.1.1', { id: 'S', title: {}, statement: { en: 'x' } }));
});

test('the languages are those that texts are in, whatever the file claims', () => {
  expect(readManualJson(written({ ...anEditionOf(aStandard('1.1.1')), languages: ['en'] })).languages).toEqual(['es']);
});

test('a value of the wrong shape is told with its pointer', () => {
  const text = written(anEditionOf(aStandard('1.1.1', { directiveRequired: true }))).replace('"directiveRequired":true', '"directiveRequired":"yes","levels":{"A":"X"}');
  expect(problemsOf(text)).toContain(`error ${STANDARD}/directiveRequired wrong-shape`);
  expect(problemsOf(text)).toContain(`error ${STANDARD}/levels/A wrong-shape`);
});

test('a misspelt key is told, not dropped in silence', () => {
  expect(problemsOf(written(anEditionOf(aStandard('1.1.1'))).replace('"commentary"', '"comentary"'))).toEqual([`warning ${STANDARD}/comentary unknown-key`]);
});

test('ids repeat nowhere, and names of areas and functions lead somewhere', () => {
  const edition = anEditionOf(aStandard('1.1.1', { bullets: [aBullet('T1.1'), aBullet('0')], areas: ['roof'], dependsOnFunction: 'flying' }));
  expect(problemsOf(written(edition)).toSorted()).toEqual([
    `error ${STANDARD}/areas/0 unknown-area`, `error ${STANDARD}/bullets/0/id repeated-id`, `error ${STANDARD}/bullets/1/id bad-id`, `error ${STANDARD}/dependsOnFunction unknown-function`,
  ]);
});

test('a file that is not ours, not JSON, empty or nested without end is refused with one clear message', () => {
  expect(problemsOf('{"catalog":{}}')).toEqual(['error /format wrong-format']);
  expect(problemsOf('[]')).toEqual(['error /format wrong-format']);
  expect(problemsOf('{"format":')).toEqual(['error  not-json']);
  expect(problemsOf(' ')).toEqual(['error  empty']);
  expect(readManualJson(`${'['.repeat(200_000)}${']'.repeat(200_000)}`).problems).toMatchObject([{ code: 'too-deep' }]);
});

test('bullets are nested twelve levels at most', () => {
  const nested = (levels: number): ReturnType<typeof aBullet> => aBullet(`b${levels}`, { bullets: levels === 1 ? [] : [nested(levels - 1)] });
  expect(problemsOf(written(anEditionOf(aStandard('1.1.1', { bullets: [nested(12)] }))))).toEqual([]);
  expect(problemsOf(written(anEditionOf(aStandard('1.1.1', { bullets: [nested(13)] }))))).toEqual([`error ${STANDARD}/bullets too-deep`]);
});

test('an edition or a standard called __proto__ harms nothing', () => {
  const text = written(anEditionOf(aStandard('__proto__'))).replace('"words":{}', '"words":{"__proto__":{"polluted":1}}');
  const { edition, problems } = readManualJson(text);
  expect(edition?.chapters[0]?.topics[0]?.standards[0]?.id).toBe('__proto__');
  expect(problems.map((problem) => problem.code)).toEqual(['unknown-key']);
  expect({}).not.toHaveProperty('polluted');
});
