import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromEditionFiles, readEditionFilesHead, toEditionFiles } from '#core/manual/editionFiles.ts';
import { ok } from '#core/result.ts';
import { editionArbitrary } from './editionArbitrary.ts';
import { aBullet, aChapter, anEdition, aStandard, aTopic } from './manualBuilders.ts';

const twoChapters = anEdition(
  [
    aChapter('1', [aTopic('1.1', [aStandard('1.1.1', { title: { es: 'Ética', en: 'Ethics' }, bullets: [aBullet('a', { text: { es: 'uno', en: 'one' } })] })])]),
    aChapter('2', [aTopic('2.1', [aStandard('2.1.1', { title: { es: 'Mando', en: 'Command' } })])]),
  ],
  { languages: ['es', 'en'] },
);

test('an edition cut into files and put together again is the same edition', () => {
  fc.assert(fc.property(editionArbitrary, (edition) => {
    const { head, files } = toEditionFiles(edition);
    expect(fromEditionFiles(head, files)).toEqual(ok(edition));
    expect(fromEditionFiles(head, files.toReversed())).toEqual(ok(edition));
    expect(readEditionFilesHead(JSON.parse(JSON.stringify(head)))).toEqual(head);
  }));
});

test('the same edition gives the same bytes twice', () => {
  expect(toEditionFiles(structuredClone(twoChapters))).toEqual(toEditionFiles(twoChapters));
});

test('a file holds one language only', () => {
  const english = toEditionFiles(twoChapters).files.find((file) => file.chapterId === 'C1' && file.language === 'en');
  expect(english?.json).toContain('Ethics');
  expect(english?.json).not.toContain('Ética');
});

test('a manager who may read one chapter gets that chapter whole', () => {
  const { head, files } = toEditionFiles(twoChapters);
  const part = fromEditionFiles(head, files.filter((file) => file.chapterId === 'C2'));
  expect(part).toEqual(ok({ ...twoChapters, chapters: twoChapters.chapters.slice(1) }));
});

test('a tablet with one language downloaded reads in that language', () => {
  const { head, files } = toEditionFiles(twoChapters);
  const part = fromEditionFiles(head, files.filter((file) => file.language === 'en'));
  expect(part.ok && part.value.chapters[0]?.topics[0]?.standards[0]?.title).toEqual({ en: 'Ethics' });
});

test('a damaged file, one of another edition and one of an unknown chapter are refused by name', () => {
  const { head, files } = toEditionFiles(twoChapters);
  const [first] = files;
  if (first === undefined) throw new Error('no file');
  const other = toEditionFiles({ ...twoChapters, revision: 2 }).files[0];
  expect(fromEditionFiles(head, [{ ...first, json: first.json.slice(0, -9) }])).toMatchObject({ error: { type: 'not-an-edition-file', chapterId: 'C1' } });
  expect(fromEditionFiles(head, [{ ...first, json: '{"chapter":{}}' }])).toMatchObject({ error: { type: 'not-an-edition-file' } });
  expect(fromEditionFiles(head, [{ ...first, json: other?.json ?? '' }])).toMatchObject({ error: { type: 'other-edition' } });
  expect(fromEditionFiles(head, [{ ...first, chapterId: 'C9' }])).toMatchObject({ error: { type: 'unknown-chapter', chapterId: 'C9' } });
});

test('two languages of a chapter that differ in structure are never mixed', () => {
  const { head, files } = toEditionFiles(twoChapters);
  const changed = files.map((file) => (file.language === 'en' ? { ...file, json: file.json.replace('"number":"1.1.1"', '"number":"1.1.2"') } : file));
  expect(fromEditionFiles(head, changed)).toMatchObject({ error: { type: 'structures-differ', chapterId: 'C1' } });
});
