import { expect, test } from 'vitest';
import type { Edition } from '#core/manual/edition.ts';
import { readManual } from '#core/manual/readManual.ts';
import { runImport } from '#server/manuals/importCommand.ts';

const CSV = 'id,parent_id,kind,label,title,text\nC,,chapter,1,Organization,\n1.1,C,standard,1.1,Ethics,The agency is fair.\n';
const JSON_MANUAL = JSON.stringify({
  format: 'cotejo-manual-1', id: 'le-2026', program: 'LE', name: { es: 'Manual' },
  chapters: [{ id: 'C', number: '1', topics: [{ id: 'T', number: '1.1', standards: [{ id: 'S', number: '1.1.1', title: { es: 'Ética' } }] }] }],
});
const FLAGS = ['--language', 'en', '--program', 'LE', '--edition', 'e-1', '--name', 'Test manual'];
const FILES: Readonly<Record<string, string>> = { 'm.csv': CSV, 'bad.csv': CSV.replace('1.1,C', '1.1,gone'), 'm.json': JSON_MANUAL, manual: JSON_MANUAL };

/** A folder of files and a store, both in memory. */
function aDesk(files: Readonly<Record<string, string>> = FILES) {
  const stored = new Map<string, { readonly edition: Edition; readonly sha256: string }>();
  const out: string[] = [];
  const errors: string[] = [];
  const run = (...argv: readonly string[]): Promise<number> => runImport([...argv], {
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`ENOENT: no such file, open '${path}'`);
      return new TextEncoder().encode(text);
    },
    readManual,
    print: (line) => out.push(line),
    printError: (line) => errors.push(line),
    saveEdition: async (edition, sha256) => {
      const known = stored.get(edition.id);
      if (known !== undefined) return known.sha256 === sha256 ? 'same' : 'other-content';
      stored.set(edition.id, { edition, sha256 });
      return 'saved';
    },
  });
  return { run, stored, out, errors };
}

test('a CSV is imported under the name that it is given', async () => {
  const desk = aDesk();
  expect(await desk.run('m.csv', ...FLAGS)).toBe(0);
  expect(desk.stored.get('e-1')?.edition).toMatchObject({ program: 'LE', name: { en: 'Test manual' }, languages: ['en'] });
  expect(desk.out.join('\n')).toContain('chapters 1, sections 0, standards 1, bullets 0; languages: en');
  expect(desk.errors).toEqual([]);
});

test('our own format needs no flags, whatever the file is called', async () => {
  const desk = aDesk();
  expect(await desk.run('manual')).toBe(0);
  expect(desk.stored.has('le-2026')).toBe(true);
});

test('the same manual twice says so and changes nothing', async () => {
  const desk = aDesk();
  await desk.run('m.json');
  expect(await desk.run('m.json')).toBe(0);
  expect(desk.out.at(-1)).toContain('already there with this content');
});

test('other content under an edition that is there is refused', async () => {
  const desk = aDesk();
  await desk.run('m.csv', ...FLAGS);
  const before = desk.stored.get('e-1');
  const other = aDesk({ 'm.csv': CSV.replace('fair', 'kind') });
  other.stored.set('e-1', { edition: before?.edition ?? failed(), sha256: before?.sha256 ?? '' });
  expect(await other.run('m.csv', ...FLAGS)).toBe(1);
  expect(other.errors.join()).toContain('other content');
  expect(other.stored.get('e-1')).toEqual(before);
});

test('a check writes nothing, and as JSON prints exactly one document', async () => {
  const desk = aDesk();
  expect(await desk.run('m.csv', '--check', '--json')).toBe(0);
  expect(JSON.parse(desk.out.join('\n'))).toEqual({ counts: { chapter: 1, section: 0, standard: 1, bullet: 0 }, languages: ['und'], problems: [] });
  expect(await desk.run('m.csv', ...FLAGS, '--check')).toBe(0);
  expect(desk.stored.size).toBe(0);
});

test('a file with an error is told by row, and nothing of it is imported', async () => {
  const desk = aDesk();
  expect(await desk.run('bad.csv', ...FLAGS)).toBe(1);
  expect(desk.errors[0]).toContain('row 3, parent_id: The parent "gone"');
  expect(await desk.run('bad.csv', '--check', '--json')).toBe(1);
  expect(JSON.parse(desk.out.slice(1).join('\n'))).toMatchObject({ problems: [{ severity: 'error', row: 3, column: 'parent_id', code: 'orphan-parent' }] });
  expect(desk.stored.size).toBe(0);
});

test('two files of one language each become one manual, and a row without a partner is told with its file and row', async () => {
  const es = CSV.replace('Organization', 'Organización').replace('Ethics,The agency is fair.', 'Ética,La agencia es justa.');
  const desk = aDesk({ 'en.csv': CSV, 'es.csv': es, 'more.csv': `${es}1.2,C,standard,1.2,Otra,Más.\n` });
  expect(await desk.run('en.csv', 'es.csv', ...FLAGS)).toBe(0);
  expect(desk.stored.get('e-1')?.edition.chapters[0]?.topics[0]?.standards[0]?.title).toEqual({ en: 'Ethics', es: 'Ética' });
  expect(await desk.run('en.csv', 'more.csv', ...FLAGS)).toBe(1);
  expect(desk.errors[0]).toContain('more.csv, row 4, number: "1.2" is not in en.csv');
  expect(await desk.run('more.csv', 'en.csv', '--check', '--language', 'es', ...FLAGS.slice(2))).toBe(0);
  expect(desk.out.join()).toContain('warning: more.csv, row 4, number: "1.2" is not in en.csv');
});

test('a CSV that nobody has named is not imported, and the missing flags are told', async () => {
  const desk = aDesk();
  expect(await desk.run('m.csv', '--program', 'LE')).toBe(1);
  expect(desk.errors.join()).toContain('--language, --edition, --name');
  expect(desk.stored.size).toBe(0);
});

test('a file that is not there is told in words, and as JSON too', async () => {
  const desk = aDesk();
  expect(await desk.run('gone.csv', '--check', '--json')).toBe(1);
  expect(JSON.parse(desk.out.join('\n'))).toMatchObject({ languages: [], problems: [{ code: 'not-found' }] });
});

test.each([[['m.csv', '--force']], [[]], [['m.csv', 'm.json']], [['m.csv', 'm.json', 'm.csv', '--language', 'es']], [['m.csv', '--program', 'TA']], [['m.csv', '--language', 'fr']]])('%j gets the usage', async (argv) => {
  const desk = aDesk();
  expect(await desk.run(...argv)).toBe(1);
  expect(desk.errors.join('\n')).toContain('Usage: npm run import');
  expect(desk.out).toEqual([]);
});

function failed(): never {
  throw new Error('nothing was stored');
}
