import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionsOf } from '#core/form/form.ts';
import { readXlsForm } from '#core/form/readXlsForm.ts';
import { writeXlsForm } from '#core/form/writeXlsForm.ts';
import { readWorkbook, type Sheet } from '#core/sheet/readWorkbook.ts';

const sheet = (name: string, ...rows: readonly string[]): Sheet => ({ name, rows: rows.map((row) => row.split('|').map((cell) => cell.trim())), numberCells: [] });
const SETTINGS = sheet('settings', 'form_title|form_id|default_language', 'Recorrido de separos|separos|Español (es)');
const short = ({ problems }: ReturnType<typeof readXlsForm>) => problems.map(({ severity, sheet: name, row, column, code }) => `${severity} ${name} ${row} ${column} ${code}`);

test('a form is read with its groups, languages, conditions and choices', () => {
  const reading = readXlsForm([
    sheet('survey', 'type|name|label::Español (es)|label::English|hint|required|relevant|constraint|constraint_message::es|choice_filter|standards',
      'begin group|entrada|Entrada|Entrance||||||', 'select_one turno|turno|¿Qué turno?|Which shift?|Elija|yes||||estado = \'SON\'|72.1.1', 'integer|personas|¿Cuántas personas?||||selected(${turno}, \'noche\')|. > 0|Más de cero|', 'end group',
      'begin_repeat|celda|Celda|Cell||||||', 'select multiple faltas or_other|faltas|¿Qué falta?|What is missing?||||||', 'end repeat', 'range|limpieza|Limpieza|Cleanliness||||||'),
    sheet('choices', 'list name|name|label::Español (es)|label::English (en)|estado', 'turno|dia|Día|Day|SON', 'turno|noche|Noche|Night|', 'faltas|luz|Luz|Light|'), SETTINGS,
  ]);
  expect(short(reading)).toEqual(['warning survey 4 label (en) missing-language']);
  expect(reading).toMatchObject({ questions: 5, languages: ['es', 'en'] });
  expect(reading.form).toMatchObject({
    id: 'separos', title: { es: 'Recorrido de separos' },
    nodes: [
      { kind: 'group', name: 'entrada', repeats: false, nodes: [
        { name: 'turno', type: 'oneOf', list: 'turno', required: true, hint: { es: 'Elija' }, standards: ['72.1.1'], choiceFilter: "estado = 'SON'" },
        { name: 'personas', type: 'integer', relevant: "selected(${turno}, 'noche')", constraint: '. > 0', constraintMessage: { es: 'Más de cero' } },
      ] },
      { kind: 'group', name: 'celda', repeats: true, nodes: [{ name: 'faltas', type: 'severalOf' }, { name: 'faltas_other', type: 'text' }] },
      { name: 'limpieza', type: 'rating', range: { from: 1, to: 5, step: 1 } },
    ],
    lists: { turno: [{ name: 'dia', facts: { estado: 'SON' } }, { name: 'noche' }] },
  });
});

test('what cannot be done is listed by row and the rest works', () => {
  const reading = readXlsForm([sheet('survey', 'type|name|label|relevant|color', 'start|inicio||', 'geotrace|ruta|Ruta|', 'text|nota|Nota|pulldata("a")', 'text|otra|Otra|${ruta} = 1', "text|clave|Clave|regex(., '(a+)+')"), SETTINGS]);
  expect(short(reading)).toEqual([
    'warning survey 1 color ignored-column', 'warning survey 2 type recorded-anyway', 'warning survey 3 type unsupported-type', 'warning survey 4 relevant bad-expression',
    'warning survey 5 relevant unknown-question', 'warning survey 6 relevant unsafe-pattern',
  ]);
  expect(questionsOf(reading.form?.nodes ?? []).map(({ name }) => name)).toEqual(['nota', 'otra', 'clave']);
});

test.each([
  ['no survey', [SETTINGS], 'error survey 0  no-survey'],
  ['two questions of one name', [sheet('survey', 'type|name|label', 'text|a|A', 'text|a|B')], 'error survey 3 name repeated-name'],
  ['a name that cannot be one', [sheet('survey', 'type|name|label', 'text|a b|A')], 'error survey 2 name bad-name'],
  ['a question without a name', [sheet('survey', 'type|name|label', 'text||A', 'text|b|B')], 'error survey 2 name missing-name'],
  ['a list that is not there', [sheet('survey', 'type|name|label', 'select_one x|a|A')], 'error survey 2 type unknown-list'],
  ['a group that never closes', [sheet('survey', 'type|name|label', 'begin group|g|G', 'text|a|A')], 'error survey 2 type unclosed-group'],
  ['an end of nothing', [sheet('survey', 'type|name|label', 'text|a|A', 'end repeat||')], 'error survey 3 type stray-end'],
])('%s is refused with its row', (_, sheets, problem) => {
  const reading = readXlsForm(sheets);
  expect(short(reading)).toContain(problem);
  expect(reading.form).toBeUndefined();
});

test('a form comes through an export and back as it was, and every language cell is filled', () => {
  const first = readXlsForm([
    sheet('survey', 'type|name|label::es|label::en|required|relevant|calculation|parameters|standards', 'begin repeat|g|Grupo||||||', 'select_one l|q|¿Sí?|Yes?|yes||||1.1 1.2', 'end repeat', 'range|r|R|R||||start=0 end=10 step=2|', 'calculate|c|||||1 + 1||', 'text|t|Sólo español|||${q} = \'a\'|||'),
    sheet('choices', 'list_name|name|label::es|color', 'l|a|A|rojo'), SETTINGS,
  ]).form;
  if (!first) throw new Error('no form');
  const sheets = writeXlsForm(first);
  const again = readXlsForm(sheets.map(({ name, rows }) => ({ name, rows, numberCells: [] })));
  expect(short(again)).toEqual([]);
  expect(questionsOf(again.form?.nodes ?? []).map(({ name, type, relevant, calculation, range, standards }) => ({ name, type, relevant, calculation, range, standards })))
    .toEqual(questionsOf(first.nodes).map(({ name, type, relevant, calculation, range, standards }) => ({ name, type, relevant, calculation, range, standards })));
  expect(again.form?.lists['l']).toMatchObject([{ name: 'a', facts: { color: 'rojo' } }]);
  expect(again.form?.nodes.at(-1)).toMatchObject({ label: { es: 'Sólo español', en: 'Sólo español' } });
});

test('no workbook whatsoever makes the reader throw', () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('text', 'begin group', 'end group', 'select_one l', 'a', '${a}', '', 'survey'));
  fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 5 })), (rows) => {
    const reading = readXlsForm([{ name: 'survey', rows: [['type', 'name', 'label', 'relevant', 'calculation'], ...rows], numberCells: [] }]);
    expect(reading.form === undefined).toBe(reading.problems.some(({ severity }) => severity === 'error'));
  }));
});

const DATA = join(import.meta.dirname, '../../../../shared/data/forms');
describe.skipIf(!existsSync(DATA))('forms written by others', () => {
  const read = async (file: string) => {
    const workbook = await readWorkbook(readFileSync(join(DATA, file)));
    if (!workbook.ok) throw new Error(workbook.error.type);
    return readXlsForm(workbook.value);
  };
  test('a survey of 418 rows in four languages: read, with the 15 rows that lack Spanish named', async () => {
    const { form, languages, problems } = await read('RMS_CAPI_v3.xlsx');
    expect(languages).toEqual(['es', 'en']);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(problems.filter(({ code }) => code === 'missing-language')).toHaveLength(15);
    expect(questionsOf(form?.nodes ?? []).length).toBeGreaterThan(300);
  });
  test.each(['unhcr-wt_xlsform_in_survey.xlsx', 'xlsform_spec_test.xlsx'])('%s: what is not supported is listed by row, and the form is there', async (file) => {
    const { form, problems } = await read(file);
    expect(form).toBeDefined();
    expect(problems.filter(({ code }) => code === 'unsupported-type').every(({ row }) => row > 1)).toBe(true);
    expect(problems.some(({ code }) => code === 'unsupported-type')).toBe(true);
  });
});
