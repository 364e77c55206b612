import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasText, MANUAL_LANGUAGES } from '#core/manual/localText.ts';
import { indexEdition } from '#core/manual/manualIndex.ts';
import { localTextsOf } from '#core/manual/mapLocalTexts.ts';
import { readManualJson } from '#core/manual/readManualJson.ts';
import { levelFor, standardItems } from '#core/manual/standardItems.ts';
import { ROLE_CATEGORIES } from '#core/visit/values.ts';

const reading = readManualJson(readFileSync(join(import.meta.dirname, '../../../src/server/samples/sample-le.json')));
const edition = reading.edition ?? failed();
const { standards, chapters } = indexEdition(edition);

test('the sample manual is read without a single problem and says that it is a sample', () => {
  expect(reading.problems).toEqual([]);
  expect(edition).toMatchObject({ id: 'sample-le-2026', program: 'LE', sample: true, languages: ['es', 'en'], passRule: { otherPercent: 80 } });
  expect(chapters.map((chapter) => chapter.number)).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(standards.length).toBeGreaterThanOrEqual(24);
});

test('every text of the sample is there in both languages', () => {
  for (const text of edition.chapters.flatMap(localTextsOf).filter(hasText)) {
    for (const language of MANUAL_LANGUAGES) expect(text[language]?.trim(), JSON.stringify(text)).toBeTruthy();
  }
});

test('in the sample 4.2.10 comes after 4.2.9, and 4.2.3 is about the evidence room', () => {
  const numbers = standards.map((standard) => standard.number);
  expect(numbers.indexOf('4.2.10')).toBe(numbers.indexOf('4.2.9') + 1);
  expect(standards.find((standard) => standard.number === '4.2.3')?.title.es).toBe('Control de acceso a la bodega de indicios');
});

test('the sample shows what a manual can say: levels, directives, nested bullets, a reserved standard', () => {
  expect(standards.filter((standard) => standard.reserved)).toHaveLength(1);
  for (const standard of standards.filter((one) => !one.reserved)) {
    expect(standardItems(standard).length, standard.number).toBeGreaterThanOrEqual(3);
    for (const role of standard.interviewRoles) expect(ROLE_CATEGORIES).toContain(role);
  }
  expect(new Set(standards.flatMap((standard) => levelFor(standard, 'A')))).toEqual(new Set(['M', 'O', 'NA']));
  expect(standards.some((standard) => standard.bullets.some((bullet) => bullet.ownRequirement === true))).toBe(true);
});

function failed(): never {
  throw new Error(JSON.stringify(reading.problems));
}
