import { isTextField, proposeMapping, type ColumnField, type ColumnMapping } from './columnMapping.ts';
import type { ManualLanguage, Program } from './edition.ts';
import { MANUAL_LANGUAGES } from './localText.ts';
import { manualNodes } from './manualNodes.ts';
import type { ManualReading } from './manualReading.ts';
import type { ManualTable } from './manualTable.ts';
import { proposeKinds, type KindMapping } from './nodeKindMapping.ts';
import { newProblemList, type ProblemList } from './problemList.ts';
import { readManualNodes } from './readManualNodes.ts';

export type TableOptions = {
  /** Of the text columns whose header does not say theirs. */
  readonly language?: ManualLanguage;
  /** What the file cannot say of itself; without it the file is checked and no edition made. */
  readonly edition?: { readonly id: string; readonly program: Program; readonly name: string };
  /** As a person corrected it; else it is proposed by the headers. */
  readonly mapping?: ColumnMapping;
  readonly kinds?: KindMapping;
};

/**
 * Reads a manual from a table of text cells. Never throws for what is in it: every problem has its row and column, and one
 * error means no edition.
 */
export function readManualTable(table: ManualTable, options: TableOptions): ManualReading {
  const problems = newProblemList();
  const mapping = options.mapping ?? proposeMapping(table.header);
  checkColumns(table.header, mapping, options.mapping !== undefined, problems);
  const nameOf = (field: ColumnField): string => table.header[mapping.findIndex((column) => column?.field === field)]?.trim() ?? field;
  const kinds = options.kinds ?? proposeKinds(wordsOf(table, mapping));
  const nodes = hasPlace(mapping) ? manualNodes(table, { mapping, kinds, language: options.language }, problems) : [];
  return readManualNodes(nodes, {
    ...(options.language === undefined ? {} : { language: options.language }), ...(options.edition === undefined ? {} : { edition: options.edition }),
    problems, nameOf, languages: languagesOf(mapping, options.language), idsChecked: true,
  });
}

/** The distinct words of the kind's column. */
export function wordsOf({ rows }: ManualTable, mapping: ColumnMapping): ReadonlySet<string> {
  const column = mapping.findIndex((one) => one?.field === 'kind');
  return new Set(column < 0 ? [] : rows.map(({ cells }) => (cells[column] ?? '').trim()));
}

const has = (mapping: ColumnMapping, field: ColumnField): boolean => mapping.some((column) => column?.field === field);
const hasPlace = (mapping: ColumnMapping): boolean => has(mapping, 'id') || has(mapping, 'number');

function checkColumns(header: readonly string[], mapping: ColumnMapping, chosen: boolean, problems: ProblemList): void {
  const missing = (name: string): void => {
    problems.error('missing-column', 1, name, `No column is the ${name}. A manual needs at least an id or a number, and a title or a text.`, { name });
  };
  if (!hasPlace(mapping)) missing('id');
  if (!has(mapping, 'title') && !has(mapping, 'text')) missing('text');
  const names = header.map((name) => name.trim().toLowerCase());
  for (const [i, name] of names.entries()) {
    if (name === '' || mapping[i] !== undefined) continue;
    // Which of two columns with one name was meant, only a person can say.
    if (!chosen && names.indexOf(name) !== i) problems.error('duplicate-header', 1, name, `Two columns are called "${name}"; rename or remove one.`, { name });
    else problems.warning('ignored-column', 1, header[i] ?? '', `The column "${header[i]}" is not imported.`, { name: header[i] ?? '' });
  }
}

function languagesOf(mapping: ColumnMapping, language: ManualLanguage | undefined): ManualReading['languages'] {
  const said = mapping.flatMap((column) => (column !== undefined && isTextField(column.field) ? [column.language ?? language ?? ('und' as const)] : []));
  return said.includes('und') ? ['und'] : MANUAL_LANGUAGES.filter((one) => said.includes(one));
}
