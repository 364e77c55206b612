import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Edition, Standard } from '#core/manual/edition.ts';
import { hasText, MANUAL_LANGUAGES } from '#core/manual/localText.ts';
import { indexEdition } from '#core/manual/manualIndex.ts';
import { localTextsOf } from '#core/manual/mapLocalTexts.ts';
import { readManualJson } from '#core/manual/readManualJson.ts';
import { levelFor, standardItems } from '#core/manual/standardItems.ts';
import { ROLE_CATEGORIES } from '#core/visit/values.ts';

const SAMPLES = ['le', 'com', 'aca'] as const;
const read = (name: (typeof SAMPLES)[number]) => readManualJson(readFileSync(join(import.meta.dirname, `../../../src/server/samples/sample-${name}.json`)));
const editionOf = (name: (typeof SAMPLES)[number]): Edition => {
  const { edition: found, problems } = read(name);
  if (!found) throw new Error(JSON.stringify(problems));
  return found;
};
const { standards } = indexEdition(editionOf('le'));

test.each([['le', 6, 60], ['com', 7, 40], ['aca', 9, 40]] as const)('the sample manual %s is read without a single problem, says that it is a sample, and is large enough to practise on', (name, chapters, fewest) => {
  expect(read(name).problems).toEqual([]);
  const edition = editionOf(name);
  expect(edition).toMatchObject({ id: `sample-${name}-2026`, program: name.toUpperCase(), sample: true, languages: ['es', 'en'], passRule: { otherPercent: 80 } });
  expect(edition.chapters.map((chapter) => chapter.number)).toEqual(Array.from({ length: chapters }, (_, at) => String(at + 1)));
  expect(indexEdition(edition).standards.length).toBeGreaterThanOrEqual(fewest);
});

test.each(SAMPLES)('every text of the sample %s is there in both languages, and no two standards say the same', (name) => {
  for (const text of editionOf(name).chapters.flatMap(localTextsOf).filter(hasText)) {
    for (const language of MANUAL_LANGUAGES) expect(text[language]?.trim(), JSON.stringify(text)).toBeTruthy();
  }
  const statements = indexEdition(editionOf(name)).standards.map(({ title, bullets }) => `${title.es} ${bullets.map(({ text }) => text.es).join()}`);
  expect(new Set(statements).size).toBe(statements.length);
});

test('the crosswalk of the three samples leads to standards that are there, and back', () => {
  const all = new Map<string, Standard>(SAMPLES.flatMap((name) => indexEdition(editionOf(name)).standards.map((standard) => [`${name.toUpperCase()} ${standard.number}`, standard] as const)));
  for (const [number, { related }] of all) {
    for (const other of related) expect(all.get(other)?.related, `${number} → ${other}`).toContain(number);
  }
  expect([...all.values()].filter(({ related }) => related.length > 0).length).toBeGreaterThan(60);
});

test('in the sample 4.2.10 comes after 4.2.9, and 4.2.3 is about the evidence room', () => {
  const numbers = standards.map((standard) => standard.number);
  expect(numbers.indexOf('4.2.10')).toBe(numbers.indexOf('4.2.9') + 1);
  expect(standards.find((standard) => standard.number === '4.2.3')?.title.es).toBe('Control de acceso a la bodega de indicios');
});

test.each(SAMPLES)('the sample %s shows what a manual can say: levels, directives, functions, activities, a reserved standard', (name) => {
  const own = indexEdition(editionOf(name)).standards;
  expect(own.filter((standard) => standard.reserved)).toHaveLength(1);
  for (const standard of own.filter((one) => !one.reserved)) {
    expect(standardItems(standard).length, standard.number).toBeGreaterThanOrEqual(3);
    expect(hasText(standard.commentary), standard.number).toBe(true);
    expect(standard.verifyBy.length, standard.number).toBeGreaterThan(0);
    for (const role of standard.interviewRoles) expect(ROLE_CATEGORIES).toContain(role);
  }
  expect(new Set(own.flatMap((standard) => levelFor(standard, 'A')))).toEqual(new Set(['M', 'O', 'NA']));
  expect(own.some(({ dependsOnFunction }) => dependsOnFunction !== undefined)).toBe(true);
  expect(own.some(({ activities }) => activities.length > 0)).toBe(true);
});

test('the sample LE has a heading that is a requirement of its own', () => {
  expect(standards.some((standard) => standard.bullets.some((bullet) => bullet.ownRequirement === true))).toBe(true);
});
