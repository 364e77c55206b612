import { expect, test } from 'vitest';
import { proposeMapping } from '#core/manual/columnMapping.ts';
import { decodeText } from '#core/manual/decodeText.ts';
import { proposeKinds } from '#core/manual/nodeKindMapping.ts';
import { readManualCsv } from '#core/manual/readManualCsv.ts';

const fieldsOf = (...header: readonly string[]): readonly string[] =>
  proposeMapping(header).map((column) => (column === undefined ? '-' : [column.field, column.language].filter(Boolean).join(' ')));

test('headers are understood in Spanish and English, whatever their case, accents, spaces and underscores', () => {
  expect(fieldsOf('ID', 'Padre', 'TIPO', 'Código ', 'Título (ES)', 'tÍtulo (en)', 'Texto', 'Text', 'Nivel', 'Prueba')).toEqual([
    'id', 'parent', 'kind', 'number', 'title es', 'title en', 'text es', 'text en', 'level', '-',
  ]);
  expect(fieldsOf('id_unico', 'codigo', 'codigo_padre', 'tipo', 'encabezado', 'texto')).toEqual(['id', 'number', 'parent', 'kind', 'title', 'text']);
  expect(fieldsOf('Number', 'label::Español (es)', 'Statement English', 'Comentario', 'Level A', 'Se verifica por')).toEqual([
    'number', '-', 'text en', 'commentary', 'levelA', 'verifyBy',
  ]);
});

test('one text column may be in either language: its own word does not decide', () => {
  expect(fieldsOf('numero', 'texto')).toEqual(['number', 'text']);
  expect(fieldsOf('numero', 'texto', 'text')).toEqual(['number', 'text es', 'text en']);
});

test('in a law a título holds capítulos; in a manual the capítulo is the first level', () => {
  expect([...proposeKinds(['titulo', 'Capítulo', 'artículo', 'Fracción'])]).toEqual([['titulo', 'chapter'], ['capitulo', 'section'], ['articulo', 'standard'], ['fraccion', 'bullet']]);
  expect([...proposeKinds(['CAPÍTULO', 'tema', 'Norma', 'inciso', 'nota'])]).toEqual([['capitulo', 'chapter'], ['tema', 'section'], ['norma', 'standard'], ['inciso', 'bullet']]);
});

const read = (...lines: readonly string[]) => readManualCsv(lines.join('\n'), { language: 'es', edition: { id: 'x', program: 'LE', name: 'x' } });

test('a list of numbers and texts, without parents and kinds, finds its tree by the numbers', () => {
  const { edition, problems } = read('número;texto', '1;Organización', '1.2;Mando', '1.2.9;La agencia:', 'a;nombra a un responsable', 'b;lo capacita', 'b.1;cada año', '1.2.10;La agencia revisa.', '(a);una vez');
  expect(problems).toEqual([]);
  expect(edition?.chapters).toMatchObject([{
    number: '1', topics: [{
      number: '1.2', standards: [
        { id: '1.2.9', bullets: [{ id: '1.2.9.a', label: 'a' }, { id: '1.2.9.b', bullets: [{ id: '1.2.9.b.1', text: { es: 'cada año' } }] }] },
        { id: '1.2.10', bullets: [{ id: '1.2.10.a', label: '(a)' }] },
      ],
    }],
  }]);
});

test('sections within sections are kept as the headings above a topic', () => {
  const { edition, counts, problems } = read('id,padre,tipo,título', 'P,,parte,Operaciones', 'Q,P,sección,Apoyo', 'R,Q,sección,Cadena', 'S,R,norma,Custodia', 'T,Q,sección,Otra', 'U,T,norma,Traslado');
  expect(problems).toEqual([]);
  expect(counts).toEqual({ chapter: 1, section: 3, standard: 2, bullet: 0 });
  expect(edition?.chapters[0]?.topics).toMatchObject([
    { id: 'R', above: [{ id: 'Q', title: { es: 'Apoyo' } }], standards: [{ id: 'S' }] }, { id: 'T', above: [{ id: 'Q' }], standards: [{ id: 'U' }] },
  ]);
});

test('a parent may be named by its printed number, and one that two rows have is told with its row', () => {
  expect(read('id,código,padre,tipo,texto', 'x1,1,,capítulo,A', 'x2,1.1,1,norma,B').problems).toEqual([]);
  const { problems } = read('id,código,padre,tipo,texto', 'x1,1,,capítulo,A', 'x2,1,,capítulo,C', 'x3,1.1,1,norma,B');
  expect(problems.map(({ row, column, code, values }) => [row, column, code, values['count']])).toEqual([[4, 'padre', 'ambiguous-parent', 2]]);
});

test('levels, directive, methods, areas, functions, crosswalk and activities come from their columns; what is not understood is told', () => {
  const { edition, problems } = read(
    'número,texto,nivel,nivel D,directiva,se verifica por,áreas,función,relacionados,actividad,frecuencia',
    '1,Bodega,,,,,,,,,', '1.1,La agencia custodia.,Obligatorio,NA,sí,documento; observación,Bodega de indicios | Recepción,Custodia detenidos,COM 2.1.3,Inventario,Anual',
    '1.2,Otra.,quizá,,tal vez,telepatía,,,,,',
  );
  expect(edition?.chapters[0]?.topics[0]?.standards[0]).toMatchObject({
    levels: { A: 'M', B: 'M', C: 'M', D: 'NA' }, directiveRequired: true, verifyBy: ['document', 'observation'], areas: ['bodega-de-indicios', 'recepcion'],
    dependsOnFunction: 'custodia-detenidos', related: ['COM 2.1.3'], activities: [{ text: { es: 'Inventario' }, frequency: 'annual' }],
  });
  expect(edition?.areas).toEqual([{ id: 'bodega-de-indicios', label: { es: 'Bodega de indicios' } }, { id: 'recepcion', label: { es: 'Recepción' } }]);
  expect(problems.map(({ severity, row, column, code }) => `${severity} ${row} ${column} ${code}`)).toEqual([
    'warning 4 nivel unknown-value', 'warning 4 directiva unknown-value', 'warning 4 se verifica por unknown-value',
  ]);
});

test('text is read as Excel in Mexico, an old Mac and a database write it', () => {
  const text = 'Niñez — «sí» € 5';
  const utf16 = (big: boolean): Uint8Array => Uint8Array.from([...(big ? [0xfe, 0xff] : [0xff, 0xfe]), ...Array.from(text).flatMap((char) => {
    const code = char.codePointAt(0) ?? 0;
    return big ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
  })]);
  const windows = Uint8Array.from(Array.from(text).map((char) => ({ '—': 0x97, '€': 0x80 })[char] ?? char.codePointAt(0) ?? 0));
  const decoded = (bytes: Uint8Array) => {
    const result = decodeText(bytes);
    return result.ok ? [result.value.text.replace('\uFEFF', ''), result.value.encoding] : result.error;
  };
  expect(decoded(new TextEncoder().encode(text))).toEqual([text, 'utf-8']);
  expect(decoded(utf16(false))).toEqual([text, 'utf-16le']);
  expect(decoded(utf16(true))).toEqual([text, 'utf-16be']);
  expect(decoded(windows)).toEqual([text, 'windows-1252']);
});
