import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { indexEdition } from '#core/manual/manualIndex.ts';
import { readManualCsv } from '#core/manual/readManualCsv.ts';
import { readManual } from '#core/manual/readManual.ts';
import { standardItems } from '#core/manual/standardItems.ts';

/** Manuals and hostile files written by others. They do not ship with the product, so their tests are extra. */
const DATA = join(import.meta.dirname, '../../../../shared/data');
const OPTIONS = { language: 'en', edition: { id: 'shared', program: 'LE', name: 'Shared' } } as const;
const readAny = (path: string) => readManual({ name: path, bytes: readFileSync(join(DATA, path)) }, OPTIONS);
const read = (path: string) => readManualCsv(readFileSync(join(DATA, path)), OPTIONS);

if (!existsSync(DATA)) process.stdout.write(`Left out, the tests with real files: ${DATA} is not there.\n`);

describe.skipIf(!existsSync(DATA))('real files', () => {
  test('a real manual of 182 standards is read whole', () => {
    const { counts, edition, problems } = read('manuals/us-28cfr115-prea.csv');
    expect(problems).toEqual([]);
    expect(counts).toEqual({ chapter: 6, section: 44, standard: 182, bullet: 996 });
    if (edition === undefined) throw new Error('no edition');
    const { standards, bulletById } = indexEdition(edition);
    expect(standards.filter((standard) => standard.reserved)).toHaveLength(14);
    expect(standards.filter((standard) => standard.bullets.length === 0)).toHaveLength(36);
    expect([...bulletById.values()].filter(({ bullet }) => bullet.bullets.length === 0)).toHaveLength(916);
    expect(standards.flatMap(standardItems).filter((item) => item.kind === 'bullet')).toHaveLength(916);
    expect(standards.map((standard) => standard.number)).toContain('115.142-115.143');
  });

  test.each([
    ['empty.csv', ['1 empty']], ['only-bom.csv', ['1 empty']], ['html-saved-as.csv', ['1 html']],
    ['duplicate-ids.csv', ['6 repeated-id', '7 repeated-id']], ['cyclic-parents.csv', ['2 cycle']], ['self-parent.csv', ['3 self-parent']],
    ['orphan-parent.csv', ['4 orphan-parent']], ['deep-2000-levels.csv', ['15 too-deep']], ['duplicate-headers.csv', ['1 duplicate-header', '1 duplicate-header']],
    ['duplicate-ids-homoglyph.csv', ['6 repeated-id']], ['ragged-rows.csv', ['6 ragged-row', '7 ragged-row', '8 unclosed-quote']],
    ['es-invalid-utf8.csv', ['4 encoding']], ['es-nul-bytes.csv', ['3 nul-byte']],
  ])('%s is refused with its row and the reason', (file, expected) => {
    const { problems, edition } = read(`hostile/${file}`);
    expect(problems.filter(({ severity }) => severity === 'error').map(({ row, code }) => `${row} ${code}`)).toEqual(expected);
    expect(edition).toBeUndefined();
  });

  /** Described also where the files are absent, and then nothing is read. */
  const whole = existsSync(DATA) ? read('hostile/es-utf8.csv').edition : undefined;
  test.each([
    'es-utf8-bom.csv', 'es-utf16le-bom.csv', 'es-windows1252-semicolon.csv', 'es-latin1-tab.tsv', 'es-mac-cr-only.csv', 'headers-es-accents-case.csv',
  ])('%s says the same as its UTF-8 brother, whatever its encoding, separator and headers', (file) => {
    const { edition } = read(`hostile/${file}`);
    expect(edition?.languages).toEqual(['es', 'en']);
    // Windows-1252 and Latin-1 cannot hold every sign of the other's texts; what they do hold is the same.
    expect(edition?.chapters[0]?.topics[0]?.standards[0]?.title).toEqual(whole?.chapters[0]?.topics[0]?.standards[0]?.title);
    expect(edition?.chapters[0]?.title).toEqual({ es: 'Organización y Administración', en: 'Organization & Administration' });
  });

  test('accents that are coded as two characters are kept, and children may come before their parents', () => {
    expect(read('hostile/es-nfd.csv').edition?.chapters[0]?.title.es?.normalize('NFC')).toBe('Organización y Administración');
    expect(read('hostile/child-before-parent.csv').edition?.chapters[0]?.topics[0]?.standards).toHaveLength(1);
  });

  test('a Mexican law is read whole: its titles, chapters, articles, and the three kinds below an article', () => {
    const { counts, edition } = read('manuals/mx-lgsnsp-2025.csv');
    expect(counts).toEqual({ chapter: 11, section: 31, standard: 147, bullet: 525 + 33 + 186 });
    expect(edition?.chapters.flatMap(({ topics }) => topics.flatMap(({ standards }) => standards))).toHaveLength(147);
  });

  test('the same law by its printed codes, which repeat, is refused with every row', () => {
    const byCode = [undefined, { field: 'id' }, { field: 'parent' }, { field: 'kind' }, { field: 'title', language: 'es' }, { field: 'text', language: 'es' }] as const;
    const { problems, edition } = readManualCsv(readFileSync(join(DATA, 'manuals/mx-lgsnsp-2025.csv')), { ...OPTIONS, mapping: byCode });
    expect(edition).toBeUndefined();
    expect(problems.filter(({ code }) => code === 'repeated-id')).toHaveLength(26);
  });

  test('an OSCAL catalog is read whole: every control and item, and its three methods', async () => {
    const { counts, edition, problems } = await readAny('manuals/nist-sp800-53r5-privacy-baseline.oscal.min.json');
    expect(problems).toEqual([]);
    expect(counts).toEqual({ chapter: 16, section: 0, standard: 102, bullet: 379 });
    const standards = edition?.chapters.flatMap(({ topics }) => topics.flatMap((topic) => topic.standards)) ?? [];
    expect(new Set(standards.flatMap(({ verifyBy }) => verifyBy))).toEqual(new Set(['document', 'interview', 'observation']));
    expect(JSON.stringify(edition).includes('insert: param')).toBe(false);
  });

  test('a law as its PDF comes out is read clean: 11 chapters, 44 articles, no page header in any text', async () => {
    const { counts, edition, problems } = await readAny('manuals/mx-lnuf-uso-fuerza-2024.extracted.txt');
    expect(problems).toEqual([]);
    expect(counts).toEqual({ chapter: 11, section: 0, standard: 44, bullet: 115 });
    expect(/CÁMARA DE DIPUTADOS|Secretaría de Servicios Parlamentarios/.test(JSON.stringify(edition))).toBe(false);
  });

  test.each(['xlsx-bomb-60MB-sheet.xlsx', 'xlsx-claims-1048576x16384.xlsx', 'zip-bomb-100MB-in-100KB.zip', 'zip-many-entries-5000.zip', 'zip-nested-3.zip', 'zip-slip-variants.zip', 'zip-truncated.zip'])(
    '%s is refused in words before it can do harm', async (file) => {
      const { edition, problems } = await readAny(`hostile/${file}`);
      expect(edition).toBeUndefined();
      expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([expect.stringMatching(/^error (archive|not-text)$/)]);
    },
  );

  test('every other file is read or refused in words, never thrown over', async () => {
    for (const file of readdirSync(join(DATA, 'hostile'))) {
      const { edition, problems } = await readAny(`hostile/${file}`);
      expect(edition !== undefined || problems.some((problem) => problem.message !== ''), file).toBe(true);
    }
  });
});
