import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Problem } from '#core/manual/manualReading.ts';
import { readManualCsv } from '#core/manual/readManualCsv.ts';
import type { TableOptions } from '#core/manual/readManualTable.ts';

const HEADER = 'id,parent_id,kind,label,title,text';
const GOOD = ['C,,chapter,1,Organization,', 'S,C,section,1.1,Command,', '1.1.1,S,standard,1.1.1,Ethics,The agency shall:', 'b,1.1.1,bullet,a,,train its people.'];
const OPTIONS: TableOptions = { language: 'en', edition: { id: 'test-2026', program: 'LE', name: 'Test' } };

const csv = (...rows: readonly string[]): string => [HEADER, ...rows].join('\r\n');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (source: Uint8Array | string) => readManualCsv(source, OPTIONS);
const short = ({ severity, row, column, code }: Problem): string => `${severity} ${row} ${column} ${code}`;
const problemsOf = (source: Uint8Array | string): readonly string[] => read(source).problems.map(short);

test('a manual is read with its tree, its texts and its language', () => {
  const { counts, languages, edition, problems } = read(bytes(csv(...GOOD)));
  expect(problems).toEqual([]);
  expect(counts).toEqual({ chapter: 1, section: 1, standard: 1, bullet: 1 });
  expect(languages).toEqual(['en']);
  expect(edition).toMatchObject({
    id: 'test-2026', program: 'LE', name: { en: 'Test' }, languages: ['en'], passRule: { otherPercent: 80 },
    chapters: [{ topics: [{ number: '1.1', standards: [{ id: '1.1.1', statement: { en: 'The agency shall:' }, directiveRequired: false, reserved: false, bullets: [{ id: 'b', label: 'a' }] }] }] }],
  });
});

test('a byte order mark, old Mac line ends, capitals in the header and children before parents change nothing', () => {
  const { edition } = read(csv(...GOOD));
  expect(read(bytes(`\uFEFF${csv(...GOOD)}`)).edition).toEqual(edition);
  expect(read(csv(...GOOD).replaceAll('\r\n', '\r')).edition).toEqual(edition);
  expect(read(csv(...GOOD).replace('id,parent_id', 'ID, Parent_Id')).edition).toEqual(edition);
  expect(read(csv(...GOOD.toReversed())).edition).toEqual(edition);
});

test('quoted cells keep their commas, quotation marks and line breaks, and rows are counted as a spreadsheet counts', () => {
  const source = csv(...GOOD, 'q,1.1.1,bullet,b,,"one, ""two""\r\nthree"', '', 'x,nowhere,bullet,c,,');
  expect(problemsOf(source)).toEqual(['error 8 parent_id orphan-parent']);
  const { edition } = read(source.replace('nowhere', '1.1.1'));
  expect(edition?.chapters[0]?.topics[0]?.standards[0]?.bullets[1]?.text).toEqual({ en: 'one, "two"\r\nthree' });
});

test('columns of another layout are understood by their names, and the tree is checked all the same', () => {
  const source = 'id,parent_id,kind,code,title_es,title_en\nC,,chapter,1,Organización,Organization\n1.1,X,standard,1.1,Ética,';
  expect(problemsOf(source)).toEqual(['error 3 parent_id orphan-parent']);
  const { edition, languages } = read(source.replace('X', 'C'));
  expect(languages).toEqual(['es', 'en']);
  expect(edition).toMatchObject({ chapters: [{ title: { es: 'Organización', en: 'Organization' }, topics: [{ standards: [{ title: { es: 'Ética' } }] }] }] });
});

test('standards directly under a chapter get a topic of their own, and a section without standards stays', () => {
  const { edition } = read(csv('C,,chapter,1,Organization,', '1.0,C,standard,,Purpose,Text.', 'S,C,section,1.1,Empty,'));
  expect(edition?.chapters[0]?.topics).toMatchObject([{ implicit: true, number: '1', title: { en: 'Organization' }, standards: [{ id: '1.0', number: '1.0' }] }, { id: 'S', standards: [] }]);
});

test('a reserved standard is kept as reserved; one that has text is not reserved', () => {
  const { edition } = read(csv('C,,chapter,1,O,', 'a,C,standard,1,[Reserved],', 'b,C,standard,2,Reservado.,', 'c,C,standard,3,[Reserved],Text.'));
  expect(edition?.chapters[0]?.topics[0]?.standards.map((standard) => standard.reserved)).toEqual([true, true, false]);
});

test('a table that has neither id nor number, or no text at all, is refused and says so', () => {
  expect(problemsOf('kind,title\nchapter,x')).toEqual(['error 1 id missing-column']);
  expect(problemsOf('id,kind\nC,chapter')).toEqual(['error 1 text missing-column']);
});

test('a header that says one thing twice is refused until somebody tells which is meant, and a column that is not imported is named', () => {
  const source = `${HEADER},text,proof\nC,,chapter,1,O,,,M\n1,C,standard,1,E,x,y,M`;
  expect(problemsOf(source)).toEqual(['error 1 text duplicate-header', 'warning 1 proof ignored-column']);
  const mapping = [{ field: 'id' }, { field: 'parent' }, { field: 'kind' }, { field: 'number' }, { field: 'title' }, undefined, { field: 'text', language: 'es' }, undefined] as const;
  const chosen = readManualCsv(source, { ...OPTIONS, mapping });
  expect(chosen.edition?.chapters[0]?.topics[0]?.standards[0]).toMatchObject({ title: { en: 'E' }, statement: { es: 'y' } });
});

test('every row with a problem is told, with its row and column', () => {
  expect(problemsOf(csv(...GOOD, 'x,S,norm,,,', ',S,standard,,,', 'y,gone,standard,,,', 'z,z,bullet,,,', 'w,C,bullet,,,', 'v,,standard,,,', 'u,S', 't,S,standard,,,,more'))).toEqual([
    'error 6 kind unknown-kind', 'error 7 id missing-id', 'error 8 parent_id orphan-parent', 'error 9 parent_id self-parent',
    'error 10 parent_id wrong-parent-kind', 'error 11 parent_id missing-parent', 'error 12  ragged-row', 'error 13  ragged-row',
  ]);
});

test('an id that repeats is an error even when its accents are coded differently; one that only looks alike is a warning', () => {
  expect(problemsOf(csv(...GOOD, 'é,S,standard,,t,', 'e\u0301,S,standard,,t,', '\u0421,,chapter,,t,', 's,C,section,,t,'))).toEqual([
    'error 7 id repeated-id', 'warning 8 id lookalike-id', 'warning 9 id lookalike-id',
  ]);
});

test('a circle of parents is told once, with its rows, and does not hang', () => {
  const { problems } = read(csv('C,,chapter,1,O,', '1,C,standard,,E,', 'x,y,bullet,,,', 'y,z,bullet,,,', 'z,x,bullet,,,', 'w,z,bullet,,,'));
  expect(problems.map(short)).toEqual(['error 4 parent_id cycle']);
  expect(problems[0]?.message).toContain('"z" (row 6)');
});

test('thousands of levels of bullets are one clear error', () => {
  const chain = Array.from({ length: 5_000 }, (_, i) => `n${i},${i === 0 ? '1.1.1' : `n${i - 1}`},bullet,,,x`);
  expect(problemsOf(csv(...GOOD, ...chain))).toEqual(['error 18 parent_id too-deep']);
  expect(read(csv(...GOOD, ...chain.slice(0, 12))).problems).toEqual([]);
});

test('ids that are names of JavaScript itself are ids like others', () => {
  const { edition, problems } = read(csv('__proto__,,chapter,1,a,', 'constructor,__proto__,section,1,b,', 'toString,constructor,standard,1,c,x'));
  expect(problems).toEqual([]);
  expect(edition?.chapters[0]).toMatchObject({ id: '__proto__', topics: [{ id: 'constructor', standards: [{ id: 'toString' }] }] });
});

test('an id that could not be part of a rating is refused', () => {
  expect(problemsOf(csv(...GOOD, 'a/b,S,standard,,,', '0,1.1.1,bullet,,,', 'directive,1.1.1,bullet,,,', '"a\nb",S,standard,,,'))).toEqual([
    'error 6 id bad-id', 'error 7 id bad-id', 'error 8 id bad-id', 'error 9 id bad-id',
  ]);
});

test('a cell that Excel would cut is kept whole and told', () => {
  const source = csv(...GOOD, `d,1.1.1,bullet,b,,${'á'.repeat(40_000)}`);
  expect(problemsOf(source)).toEqual(['warning 6 text long-cell']);
  expect(read(source).edition?.chapters[0]?.topics[0]?.standards[0]?.bullets[1]?.text.en).toHaveLength(40_000);
});

test('a quotation mark that never closes is told at the row where it opens', () => {
  expect(problemsOf(csv(...GOOD, '"open,1.1.1,bullet', 'x,1.1.1,bullet,,,'))).toEqual(['error 6  unclosed-quote']);
  expect(problemsOf(csv(...GOOD, 'x,1.1.1,bullet,,,"a" b'))).toEqual(['error 6  stray-quote']);
});

test('a text of a chapter, which the product has no place for, is not dropped in silence', () => {
  expect(problemsOf(csv('C,,chapter,1,O,An introduction.', '1,C,standard,1,E,x'))).toEqual(['warning 2 text text-not-kept']);
});

test.each([
  ['an empty file', bytes(''), 'error 1  empty'],
  ['only a byte order mark', bytes('\uFEFF'), 'error 1  empty'],
  ['a web page', bytes('<html><table></table></html>'), 'error 1  html'],
  ['UTF-16 that was cut off', new Uint8Array([0xff, 0xfe, 0x69, 0, 0x64]), 'error 1  encoding'],
  ['UTF-8 that is damaged in one row', new Uint8Array([...bytes('id,título\nC,'), 0xf3]), 'error 2  encoding'],
  ['a NUL character', bytes(csv(...GOOD).replace('train', 'tr\0in')), 'error 5  nul-byte'],
  ['an Excel file', new Uint8Array([0x50, 0x4b, 3, 4]), 'error 1  not-text'],
  ['more than 32 MB', new Uint8Array(32 * 1024 * 1024 + 1), 'error 1  too-large'],
  ['a manual without standards', bytes(csv('C,,chapter,1,O,')), 'error 1 kind no-standards'],
])('%s is refused with one clear message', (_, source, problem) => {
  const reading = read(source);
  expect(reading.problems.map(short)).toEqual([problem]);
  expect(reading.edition).toBeUndefined();
});

test('a file is checked without being told what it is, and the edition waits', () => {
  const { languages, edition, problems } = readManualCsv(csv(...GOOD), {});
  expect([languages, edition, problems]).toEqual([['und'], undefined, []]);
  const bilingual = readManualCsv(csv(...GOOD).replace('title,text', 'title_es,text_es'), { edition: { id: 'x', program: 'LE', name: 'n' } });
  expect([bilingual.languages, bilingual.edition?.name]).toEqual([['es'], { es: 'n' }]);
  expect(readManualCsv(csv(...GOOD), { ...OPTIONS, edition: { id: 'a b', program: 'LE', name: 'n' } }).problems.map(short)).toEqual(['error 0  edition-id']);
});

test('a hopeless file lists a thousand problems and counts the rest', () => {
  const { problems } = read(csv(...Array.from({ length: 3_000 }, () => 'x')));
  expect(problems).toHaveLength(1_001);
  expect(problems.at(-1)).toMatchObject({ code: 'more-problems', severity: 'error' });
});

test('no file whatsoever makes the reader throw', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('a', 'b', 'c', '__proto__', 'chapter', 'section', 'standard', 'bullet', '', '"'));
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 7 })), (rows) => {
    const { edition, problems } = read(csv(...rows.map((row) => row.join(','))));
    expect(edition === undefined).toBe(problems.some((problem) => problem.severity === 'error'));
  }));
  fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (source) => {
    expect(read(source).counts).toBeDefined();
  }));
});

test('any text survives the way through a CSV unchanged', () => {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const text = fc.string({ unit: 'binary' }).filter((value) => value.trim() !== '' && !value.includes('\0'));
  fc.assert(fc.property(text, (value) => {
    const { edition } = read(bytes(csv('C,,chapter,1,O,', `1,C,standard,1,${quoted(value)},${quoted(value)}`)));
    expect(edition?.chapters[0]?.topics[0]?.standards[0]).toMatchObject({ title: { en: value }, statement: { en: value } });
  }));
});
