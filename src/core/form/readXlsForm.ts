import { PROGRAMS, type LocalText, type ManualLanguage } from '#core/manual/edition.ts';
import { foldText } from '#core/manual/foldText.ts';
import { hasText, MANUAL_LANGUAGES } from '#core/manual/localText.ts';
import type { Problem } from '#core/manual/manualReading.ts';
import { newProblemList, type ProblemList } from '#core/manual/problemList.ts';
import type { Sheet } from '#core/sheet/readWorkbook.ts';
import { FORM_KINDS, questionsOf, type Choice, type Form, type FormKind, type FormNode, type FormQuestion } from './form.ts';
import { namesIn, parseExpression } from './parseExpression.ts';
import { isSafePattern } from './safePattern.ts';
import { formColumn, formLanguage, isKnownField } from './xlsFormColumns.ts';
import { questionKind } from './xlsFormTypes.ts';

export type FormProblemCode =
  | 'no-survey' | 'missing-column' | 'ignored-column' | 'other-language' | 'missing-name' | 'bad-name' | 'repeated-name' | 'unknown-list' | 'empty-list'
  | 'unclosed-group' | 'stray-end' | 'unsupported-type' | 'recorded-anyway' | 'bad-expression' | 'unknown-question' | 'unsafe-pattern' | 'no-text' | 'missing-language'
  | 'no-questions' | 'more-problems';
export type FormProblem = Problem<FormProblemCode> & { readonly sheet: string };

export type FormReading = {
  /** Absent after an error: nothing is half imported. */
  readonly form?: Form;
  readonly questions: number;
  readonly languages: readonly ManualLanguage[];
  /** Errors refuse the form; a warning names what is left out or different, with its row. */
  readonly problems: readonly FormProblem[];
};

/**
 * Reads an XLSForm (sheets `survey`, `choices`, `settings`). What this product cannot do (a file of choices, a map) is listed with its row and
 * left out; an expression that it does not understand is listed and does not apply: then the question is always asked. Never throws
 * for what is in the file.
 */
export function readXlsForm(sheets: readonly Sheet[]): FormReading {
  const problems = newSheetProblems();
  const survey = sheetRows(sheets, 'survey', problems);
  if (survey === undefined) {
    problems.of('survey').error('no-survey', 0, '', 'The workbook has no sheet called "survey".');
    return { questions: 0, languages: [], problems: problems.all() };
  }
  const settings = sheetRows(sheets, 'settings', problems)?.[0];
  const fallback = formLanguage(settings?.text('defaultLanguage') ?? '') ?? firstLanguage(sheets) ?? 'es';
  const lists = readLists(sheetRows(sheets, 'choices', problems) ?? [], fallback, problems);
  const nodes = readSurvey(survey, lists, fallback, problems);
  const questions = questionsOf(nodes);
  checkNames(nodes, survey, problems.of('survey'));
  checkExpressions(survey, new Set(namesOf(nodes)), problems.of('survey'));
  if (questions.length === 0) problems.of('survey').error('no-questions', 0, '', 'The form has no question.');
  const languages = MANUAL_LANGUAGES.filter((language) => questions.some(({ label }) => label[language] !== undefined));
  for (const row of survey) reportMissingLanguages(row, languages, fallback, problems.of('survey'));
  const all = problems.all();
  const title = settings?.local('title', fallback) ?? {};
  const form: Form = { id: idOf(settings?.text('id') ?? '', title), revision: 1, kind: kindOf(settings?.text('kind') ?? ''), title, programs: PROGRAMS, nodes, lists: usedLists(lists, questions) };
  return { ...(all.some(({ severity }) => severity === 'error') ? {} : { form }), questions: questions.length, languages, problems: all };
}

type Problems = ProblemList<FormProblemCode>;

function newSheetProblems() {
  const bySheet = new Map<string, Problems>();
  return {
    of(sheet: string): Problems {
      const known = bySheet.get(sheet) ?? newProblemList<FormProblemCode>();
      bySheet.set(sheet, known);
      return known;
    },
    all: (): readonly FormProblem[] => [...bySheet].flatMap(([sheet, list]) => list.all().map((problem) => ({ ...problem, sheet }))),
  };
}

type Row = {
  readonly row: number;
  readonly text: (field: string) => string;
  readonly local: (field: string, fallback: ManualLanguage) => LocalText;
  /** Cells of columns without a meaning of their own. */
  readonly facts: Readonly<Record<string, string>>;
};

function sheetRows(sheets: readonly Sheet[], name: string, problems: ReturnType<typeof newSheetProblems>): readonly Row[] | undefined {
  const sheet = sheets.find((one) => foldText(one.name.trim()) === name);
  const header = sheet?.rows[0];
  if (sheet === undefined || header === undefined) return undefined;
  const columns = header.map((cell) => (cell.trim() === '' ? undefined : formColumn(cell)));
  for (const [i, column] of columns.entries()) {
    const said = header[i] ?? '';
    if (column === 'other-language') problems.of(name).warning('other-language', 1, said, `The column "${said}" is in a language that the product does not have; it is left out.`, { name: said });
    else if (column !== undefined && name === 'survey' && !isKnownField(column.field)) problems.of(name).warning('ignored-column', 1, said, `The column "${said}" is not used.`, { name: said });
  }
  return sheet.rows.slice(1).flatMap((cells, i): readonly Row[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const find = (field: string, language?: ManualLanguage): string => {
      const at = columns.findIndex((column) => column !== undefined && column !== 'other-language' && column.field === field && column.language === language);
      return (cells[at] ?? '').trim();
    };
    return [{
      row: i + 2,
      text: (field) => find(field),
      local: (field, fallback) => {
        const text: { es?: string; en?: string } = {};
        for (const language of MANUAL_LANGUAGES) {
          const value = find(field, language) || (language === fallback ? find(field) : '');
          if (value !== '') text[language] = value;
        }
        return text;
      },
      facts: Object.fromEntries(columns.flatMap((column, c) => (column !== undefined && column !== 'other-language' && !isKnownField(column.field) ? [[column.field, (cells[c] ?? '').trim()]] : []))),
    }];
  });
}

/** A form that names no default language is in that of its first column of labels. */
function firstLanguage(sheets: readonly Sheet[]): ManualLanguage | undefined {
  const header = sheets.find(({ name }) => foldText(name.trim()) === 'survey')?.rows[0] ?? [];
  for (const cell of header) {
    const column = formColumn(cell);
    if (column !== 'other-language' && column.field === 'label' && column.language !== undefined) return column.language;
  }
  return undefined;
}

type Lists = ReadonlyMap<string, readonly Choice[]>;

function readLists(rows: readonly Row[], fallback: ManualLanguage, problems: ReturnType<typeof newSheetProblems>): Lists {
  const lists = new Map<string, Choice[]>();
  for (const row of rows) {
    const [list, name] = [row.text('listName'), row.text('name')];
    if (list === '' && name === '') continue;
    if (list === '' || name === '') {
      problems.of('choices').error('missing-name', row.row, list === '' ? 'list_name' : 'name', 'A choice needs the name of its list and a name of its own.');
      continue;
    }
    const label = row.local('label', fallback);
    lists.set(list, [...(lists.get(list) ?? []), { name, label: hasText(label) ? label : { [fallback]: name }, facts: row.facts }]);
  }
  return lists;
}

/** Only the lists that a question asks with. */
function usedLists(lists: Lists, questions: readonly FormQuestion[]): Form['lists'] {
  const used = new Set(questions.map(({ list }) => list));
  return Object.fromEntries([...lists].filter(([name]) => used.has(name)));
}

type OpenGroup = { readonly row: Row; readonly repeats: boolean; readonly nodes: FormNode[] };

function readSurvey(rows: readonly Row[], lists: Lists, fallback: ManualLanguage, sheets: ReturnType<typeof newSheetProblems>): readonly FormNode[] {
  const problems = sheets.of('survey');
  const top: FormNode[] = [];
  const open: OpenGroup[] = [];
  const add = (node: FormNode): void => void (open.at(-1)?.nodes ?? top).push(node);
  for (const row of rows) {
    const kind = questionKind(row.text('type'), row.text('appearance'));
    switch (kind.type) {
      case 'nothing': break;
      case 'begin': open.push({ row, repeats: kind.repeats, nodes: [] }); break;
      case 'end': {
        const group = open.pop();
        if (!group || group.repeats !== kind.repeats) problems.error('stray-end', row.row, 'type', `"${row.text('type')}" closes nothing that was opened here.`, { value: row.text('type') });
        if (group) add(groupOf(group, fallback));
        break;
      }
      case 'unsupported':
        problems.warning('unsupported-type', row.row, 'type', `"${row.text('type')}" is not supported; this row is left out.`, { value: row.text('type') });
        break;
      case 'recorded':
        problems.warning('recorded-anyway', row.row, 'type', `"${row.text('type')}" is left out: who and when is recorded with every answer.`, { value: row.text('type') });
        break;
      case 'question': for (const question of questionOf(row, kind, lists, fallback, problems)) add(question); break;
    }
  }
  for (const { row } of open) problems.error('unclosed-group', row.row, 'type', 'This group is opened and never closed.');
  return top;
}

function groupOf({ row, repeats, nodes }: OpenGroup, fallback: ManualLanguage): FormNode {
  const [relevant, repeatCount] = [row.text('relevant'), row.text('repeatCount')];
  return {
    kind: 'group', name: row.text('name') || `group_${row.row}`, label: row.local('label', fallback), repeats, nodes,
    ...(relevant === '' ? {} : { relevant }), ...(repeats && repeatCount !== '' ? { repeatCount } : {}),
  };
}

const isYes = (word: string): boolean => ['yes', 'si', 'true', 'true()', '1', 'x'].includes(foldText(word));

function questionOf(row: Row, kind: Extract<ReturnType<typeof questionKind>, { type: 'question' }>, lists: Lists, fallback: ManualLanguage, problems: Problems): readonly FormQuestion[] {
  const name = row.text('name');
  if (name === '') {
    problems.error('missing-name', row.row, 'name', 'A question needs a name.');
    return [];
  }
  const list = kind.list;
  if (list !== undefined && !lists.has(list)) problems.error('unknown-list', row.row, 'type', `The list "${list}" is not in the sheet "choices".`, { name: list });
  const label = row.local('label', fallback);
  if (!hasText(label) && kind.question !== 'calculate' && !hasText(row.local('hint', fallback))) {
    problems.warning('no-text', row.row, 'label', `The question "${name}" has no label; its name is shown.`, { name });
  }
  const question: FormQuestion = {
    kind: 'question', name, type: kind.question, label: hasText(label) || kind.question === 'calculate' ? label : { [fallback]: name },
    hint: row.local('hint', fallback), required: isYes(row.text('required')), constraintMessage: row.local('constraintMessage', fallback),
    standards: members(row.text('standards')), areas: members(row.text('areas')),
    ...written({
      relevant: row.text('relevant'), constraint: row.text('constraint'), calculation: row.text('calculation'), choiceFilter: row.text('choiceFilter'),
      appearance: row.text('appearance'), initial: initialOf(row),
    }),
    ...(list === undefined ? {} : { list }), ...(isYes(row.text('readOnly')) ? { readOnly: true } : {}),
    ...(kind.question === 'rating' ? { range: rangeOf(row.text('parameters')) } : {}),
  };
  if (!kind.orOther) return [question];
  const other: FormQuestion = {
    kind: 'question', name: `${name}_other`, type: 'text', label: { es: 'Otra respuesta', en: 'Other answer' }, hint: {}, required: false,
    relevant: `selected(\${${name}}, 'other')`, constraintMessage: {}, standards: [], areas: [],
  };
  return [question, other];
}

type WrittenCells = Partial<Pick<FormQuestion, 'relevant' | 'constraint' | 'calculation' | 'choiceFilter' | 'appearance' | 'initial'>>;

function written(cells: Readonly<Record<keyof WrittenCells, string>>): WrittenCells {
  return Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== ''));
}

/** A default that is computed is not taken: it would be written once and look like an answer. */
const initialOf = (row: Row): string => (/[$(]/.test(row.text('initial')) ? '' : row.text('initial'));

const members = (cell: string): readonly string[] => cell.split(/[;,\s]+/).filter((one) => one !== '');

function rangeOf(parameters: string): { readonly from: number; readonly to: number; readonly step: number } {
  const value = (name: string, otherwise: number): number => Number(new RegExp(`\\b${name}\\s*=\\s*(-?\\d+(?:\\.\\d+)?)`, 'i').exec(parameters)?.[1] ?? otherwise);
  return { from: value('start', 1), to: value('end', 5), step: Math.max(value('step', 1), 0.01) };
}

const namesOf = (nodes: readonly FormNode[]): readonly string[] => nodes.flatMap((node) => (node.kind === 'group' ? [node.name, ...namesOf(node.nodes)] : [node.name]));

/** Answers are kept under names and referred to by them: each once in the form, in letters that a path can hold. */
function checkNames(nodes: readonly FormNode[], rows: readonly Row[], problems: Problems): void {
  const seen = new Set<string>();
  for (const name of namesOf(nodes)) {
    const row = rows.filter((one) => one.text('name') === name)[seen.has(name) ? 1 : 0]?.row ?? 0;
    if (seen.has(name)) problems.error('repeated-name', row, 'name', `The name "${name}" is already used; every name must be unique in the form.`, { name });
    if (!/^[\p{L}_][\p{L}\p{N}_.-]{0,99}$/u.test(name)) problems.error('bad-name', row, 'name', `The name "${name}" may have letters, digits, dots, hyphens and underscores.`, { name });
    seen.add(name);
  }
}

const EXPRESSION_FIELDS = [['relevant', 'relevant'], ['constraint', 'constraint'], ['calculation', 'calculation'], ['choiceFilter', 'choice_filter'], ['repeatCount', 'repeat_count']] as const;

function checkExpressions(rows: readonly Row[], names: ReadonlySet<string>, problems: Problems): void {
  for (const row of rows) {
    for (const [field, column] of EXPRESSION_FIELDS) {
      const text = row.text(field);
      if (text === '') continue;
      const parsed = parseExpression(text);
      if (!parsed.ok) {
        problems.warning('bad-expression', row.row, column, `The expression is not understood (${parsed.error.type}) and does not apply: ${text.slice(0, 80)}`, { expression: text.slice(0, 80), reason: parsed.error.type });
        continue;
      }
      for (const name of new Set(namesIn(parsed.value))) {
        if (!names.has(name)) problems.warning('unknown-question', row.row, column, `"${name}" is no question of this form; it counts as not answered.`, { name });
      }
      for (const [, pattern = ''] of text.matchAll(/regex\([^,]*,\s*['"‘“]([^'"’”]*)['"’”]/g)) {
        if (!isSafePattern(pattern)) problems.warning('unsafe-pattern', row.row, column, `The pattern could block a tablet and is not run: ${pattern.slice(0, 80)}`, { expression: pattern.slice(0, 80) });
      }
    }
  }
}

function reportMissingLanguages(row: Row, languages: readonly ManualLanguage[], fallback: ManualLanguage, problems: Problems): void {
  const label = row.local('label', fallback);
  if (!hasText(label)) return;
  for (const language of languages) {
    if (label[language] === undefined) problems.warning('missing-language', row.row, `label (${language})`, `The text is missing in this language; the other one is shown, marked.`, { language });
  }
}

/** Our own column of `settings`; another tool's form is a questionnaire. */
function kindOf(word: string): FormKind {
  return FORM_KINDS.find((kind) => kind === word) ?? 'questionnaire';
}

function idOf(given: string, title: LocalText): string {
  const from = given !== '' ? given : (title.es ?? title.en ?? 'form');
  const id = foldText(from).replace(/[^a-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, 64);
  return id === '' ? 'form' : id;
}
