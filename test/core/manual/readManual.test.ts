import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readManual } from '#core/manual/readManual.ts';
import { readWorkbook } from '#core/sheet/readWorkbook.ts';

const OPTIONS = { language: 'es', edition: { id: 'x', program: 'LE', name: 'x' } } as const;
const read = (name: string, text: string) => readManual({ name, bytes: new TextEncoder().encode(text) }, OPTIONS);

const cellXml = (ref: string, value: string): string => (/^\d/.test(value) && !value.startsWith("'") ? `<c r="${ref}"><v>${value}</v></c>` : `<c r="${ref}" t="inlineStr"><is><t>${value.replace(/^'/, '')}</t></is></c>`);
const columnName = (index: number): string => String.fromCharCode(65 + index);

/** A small workbook; a value that begins with a digit is a number, one with an apostrophe is text, as in Excel. */
function workbook(rows: readonly (readonly string[])[], extra: Readonly<Record<string, string>> = {}): Uint8Array {
  const sheet = rows.map((row, r) => `<row r="${r + 1}">${row.map((value, c) => cellXml(`${columnName(c)}${r + 1}`, value)).join('')}</row>`).join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const files: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Manual" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${sheet}</sheetData></worksheet>`,
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

test('a workbook is read like a table; numbers stay as they were typed, and one that Excel may have changed is told with its row', async () => {
  const bytes = workbook([["'número", "'título", "'texto"], ["'1", "'Organización", "'"], ["'1.10", "'Mando", "'La agencia manda."], ['1.2', "'Control", "'La agencia controla."]]);
  const { edition, problems, sheets, source } = await readManual({ name: 'm.xlsx', bytes }, OPTIONS);
  expect([source, sheets]).toEqual(['table', ['Manual']]);
  expect(edition?.chapters[0]?.topics[0]?.standards.map(({ number }) => number)).toEqual(['1.10', '1.2']);
  expect(problems.map(({ severity, row, column, code }) => `${severity} ${row} ${column} ${code}`)).toEqual(['warning 4 número number-cell']);
});

test('a single cell at the far corner, dangerous names, and what unpacks to too much are refused before they are opened', async () => {
  const errorOf = async (bytes: Uint8Array) => {
    const result = await readWorkbook(bytes);
    return result.ok ? 'read' : result.error.type;
  };
  const corner = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>';
  expect(await errorOf(workbook([["'a"]]))).toBe('read');
  expect(await errorOf(workbook([["'a"]], { 'xl/worksheets/sheet1.xml': corner }))).toBe('bomb');
  expect(await errorOf(workbook([["'a"]], { '../evil.txt': 'x' }))).toBe('unsafe-archive');
  expect(await errorOf(workbook([["'a"]], { 'xl/media/zeros.bin': '0'.repeat(60_000_000) }))).toBe('bomb');
  expect(await errorOf(workbook([["'a"]]).slice(0, 200))).toBe('not-a-workbook');
  expect(await errorOf(workbook([]))).toBe('no-sheets');
});

test('an OSCAL catalog keeps its items, guidance and methods; parameters stand in the text by their labels', async () => {
  const catalog = {
    catalog: {
      uuid: 'x', metadata: { title: 'Catálogo' },
      groups: [{
        id: 'ac', title: 'Acceso', groups: [{ id: 'ac-sub', title: 'Claves', controls: [{
          id: 'ac-1', title: 'Política', props: [{ name: 'label', value: 'AC-01', class: 'sorted' }, { name: 'label', value: 'AC-1' }], params: [{ id: 'p1', label: 'responsable' }],
          parts: [
            { id: 's', name: 'statement', prose: 'La agencia:', parts: [{ id: 'ac-1.a', name: 'item', props: [{ name: 'label', value: 'a.' }], prose: 'nombra a {{ insert: param, p1 }};' }] },
            { name: 'guidance', prose: 'Explica.' }, { name: 'assessment-method', props: [{ name: 'method', value: 'INTERVIEW' }] }, { name: 'assessment-method', props: [{ name: 'method', value: 'TEST' }] },
          ],
          controls: [{ id: 'ac-1.1', title: 'Mejora' }],
        }] }],
      }],
    },
  };
  const { edition, problems, source } = await read('c.json', JSON.stringify(catalog));
  expect([source, problems]).toEqual(['oscal', []]);
  expect(edition?.chapters[0]?.topics).toMatchObject([{
    id: 'ac-sub', standards: [
      { id: 'ac-1', number: 'AC-1', statement: { es: 'La agencia:' }, commentary: { es: 'Explica.' }, verifyBy: ['interview', 'observation'], bullets: [{ id: 'ac-1.a', label: 'a.', text: { es: 'nombra a [responsable];' } }] },
      { id: 'ac-1.1' },
    ],
  }]);
  expect((await read('c.json', '{"catalog":{"metadata":{}}}')).problems[0]).toMatchObject({ severity: 'error', column: '/catalog/metadata/title' });
});

test('a framework library is read in its own language and its translation', async () => {
  const yaml = [
    'locale: en', 'objects:', '  framework:', '    requirement_nodes:',
    '    - {urn: "urn:a:req:1", ref_id: "1", name: Organization, translations: {es: {name: Organización}}}',
    '    - {urn: "urn:a:req:1.1", parent_urn: "urn:a:req:1", assessable: true, ref_id: 1.10, name: Command, description: The agency commands., annotation: Explains.}',
    '    - {urn: "urn:a:req:1.1.a", parent_urn: "urn:a:req:1.1", assessable: true, ref_id: a, description: One person.}',
  ].join('\n');
  const { edition, problems, source } = await read('library.yaml', yaml);
  expect([source, problems]).toEqual(['library', []]);
  expect(edition?.chapters[0]).toMatchObject({
    title: { es: 'Organización', en: 'Organization' },
    topics: [{ standards: [{ id: '1.1', statement: { en: 'The agency commands.' }, commentary: { en: 'Explains.' }, bullets: [{ id: '1.1.a', text: { en: 'One person.' } }] }] }],
  });
  expect((await read('bad.yaml', 'a: [1')).problems).toMatchObject([{ code: 'not-yaml', row: 1 }]);
  const laughs = ['a: &a [x,x,x,x,x,x,x,x,x]', ...Array.from({ length: 9 }, (_, i) => `${'bcdefghij'[i]}: &${'bcdefghij'[i]} [${Array.from({ length: 9 }, () => `*${'abcdefghi'[i]}`).join(',')}]`)].join('\n');
  await expect(read('laughs.yaml', laughs)).resolves.toMatchObject({ problems: [{ severity: 'error' }] });
});

test('a manual as plain text, with page headers and a table of figures in its prose, becomes its tree', async () => {
  const page = ['Manual de la agencia 2026', 'Página 1 de 9'];
  const { edition, problems, source } = await read('m.txt', [
    'Prólogo que no es parte del manual', ...page, '1 Organización', '1.2 Mando', '1.2.9 Cadena de mando', 'La agencia:', 'a) nombra a un', 'responsable;', 'b) lo publica en', '30 días después del cambio.', ...page,
    '1.2.10 La agencia revisa cada año.', ...page, ...page,
  ].join('\n'));
  expect([source, problems]).toEqual(['text', []]);
  expect(edition?.chapters).toMatchObject([{ number: '1', title: { es: 'Organización' }, topics: [{ standards: [
    { number: '1.2.9', title: { es: 'Cadena de mando' }, statement: { es: 'La agencia:' }, bullets: [{ label: 'a', text: { es: 'nombra a un responsable;' } }, { label: 'b', text: { es: 'lo publica en 30 días después del cambio.' } }] },
    { number: '1.2.10', statement: { es: 'La agencia revisa cada año.' } },
  ] }] }]);
});

test('a law as plain text: its articles stand in its chapters, incisos in their fracción, and what follows the articles is left out', async () => {
  const { edition, problems } = await read('ley.txt', [
    'Artículo Único. Se expide la ley.', 'TÍTULO PRIMERO', 'Disposiciones', 'Capítulo I', 'Objeto', 'Artículo 1. Es de orden público.', 'Artículo 2.- Se entiende por:', 'I. Agente:', 'a) de carrera, o', 'b) auxiliar;', 'II. Arma.',
    'Capítulo II', 'Uso', 'Artículo 3 Bis. Se usa poco.', 'TRANSITORIOS', 'Artículo 1. Entra en vigor mañana.',
  ].join('\n'));
  expect(problems).toEqual([]);
  expect(edition?.chapters).toMatchObject([{
    title: { es: 'Disposiciones' }, topics: [
      { title: { es: 'Objeto' }, standards: [{ number: 'Artículo 1' }, { number: 'Artículo 2', bullets: [{ label: 'I', bullets: [{ label: 'a' }, { label: 'b' }] }, { label: 'II', bullets: [] }] }] },
      { title: { es: 'Uso' }, standards: [{ number: 'Artículo 3 Bis' }] },
    ],
  }]);
});

test('a text without numbers is refused in words', async () => {
  expect((await read('carta.txt', 'Estimada licenciada:\nLe escribo por el manual.\nSaludos')).problems).toMatchObject([{ severity: 'error', code: 'no-numbering' }]);
});

test('no file of any name makes the reader throw', async () => {
  const name = fc.constantFrom('a.csv', 'a.json', 'a.yaml', 'a.txt', 'a.xlsx', 'a');
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.string({ maxLength: 200 }).map((text) => new TextEncoder().encode(text)), fc.json({ maxDepth: 4 }).map((text) => new TextEncoder().encode(text)));
  await fc.assert(fc.asyncProperty(name, bytes, async (file, content) => {
    const reading = await readManual({ name: file, bytes: content }, OPTIONS);
    expect(reading.edition === undefined || reading.problems.every(({ severity }) => severity === 'warning')).toBe(true);
  }));
});
