import { comparableId } from './checkIds.ts';
import type { ColumnField, ColumnMapping, TextField } from './columnMapping.ts';
import type { CsvRow } from './csvRows.ts';
import type { LocalText, ManualLanguage } from './edition.ts';
import { foldText } from './foldText.ts';
import type { ManualTable } from './manualTable.ts';
import type { NodeKind } from './manualReading.ts';
import type { KindMapping } from './nodeKindMapping.ts';
import { placeByNumber } from './placeByNumber.ts';
import type { ProblemList } from './problemList.ts';

/** One row of a manual's table, understood. Numbers are text, as printed. */
export type ManualNode = {
  readonly row: number;
  readonly id: string;
  /** Empty for what stands at the top. */
  readonly parentId: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly title: LocalText;
  readonly text: LocalText;
  readonly commentary: LocalText;
  readonly activity: LocalText;
  /** The other mapped cells as they were typed, without spaces around. */
  readonly cell: (field: ColumnField) => string;
};

/** How the rows of a table become nodes. */
export type NodeReading = {
  readonly mapping: ColumnMapping;
  readonly kinds: KindMapping;
  /** Of the text columns that do not say theirs; without it their texts are left out and the file is only checked. */
  readonly language: ManualLanguage | undefined;
};

/** What a cell of Excel holds; longer ones have been or will be cut by it. */
const EXCEL_CELL_CHARS = 32_767;

/** The rows as nodes, in the order of the file; what can be told of a row alone is reported. Parents and kinds that no column tells come from the numbers. */
export function manualNodes(table: ManualTable, reading: NodeReading, problems: ProblemList): readonly ManualNode[] {
  const columnOf = (field: ColumnField): number => reading.mapping.findIndex((column) => column?.field === field);
  const nameOf = (field: ColumnField): string => table.header[columnOf(field)]?.trim() ?? field;
  const drafts = table.rows.flatMap((row): readonly NodeDraft[] => {
    reportCells(table.header, row, problems);
    if (row.badQuote === 'unclosed') return [];
    const isCut = row.cells.length < table.header.length;
    const cell = (field: ColumnField): string => (row.cells[columnOf(field)] ?? '').trim();
    const kind = kindOf(cell('kind'), reading.kinds);
    if (columnOf('kind') >= 0 && kind === undefined && !isCut) {
      problems.error('unknown-kind', row.row, nameOf('kind'), `"${shorten(cell('kind'))}" is not a kind: chapter, section, standard or bullet (capítulo, tema, estándar, inciso).`, { value: shorten(cell('kind')) });
    }
    const id = comparableId(columnOf('id') >= 0 ? cell('id') : '');
    const label = cell('number');
    if (id === '' && (columnOf('id') >= 0 || label === '') && !isCut) problems.error('missing-id', row.row, nameOf(columnOf('id') >= 0 ? 'id' : 'number'), 'The row has no id.');
    if ((columnOf('kind') >= 0 && kind === undefined) || (id === '' && (columnOf('id') >= 0 || label === ''))) return [];
    const texts = (field: TextField): LocalText => localText(row, reading, field);
    return [{
      row: row.row, id, kind, label, parent: columnOf('parent') >= 0 ? comparableId(cell('parent')) : undefined, cell,
      title: texts('title'), text: texts('text'), commentary: texts('commentary'), activity: texts('activity'),
    }];
  });
  return placeByNumber(drafts, { id: nameOf('id'), parent: nameOf('parent'), number: nameOf('number') }, problems);
}

/** A row before its place in the tree is known. */
export type NodeDraft = Omit<ManualNode, 'kind' | 'parentId'> & {
  readonly kind: NodeKind | undefined;
  /** As typed; '' for none. `undefined`: no column tells. */
  readonly parent: string | undefined;
};

function kindOf(word: string, kinds: KindMapping): NodeKind | undefined {
  return kinds.get(foldText(word));
}

function localText(row: CsvRow, { mapping, language }: NodeReading, field: TextField): LocalText {
  const text: { es?: string; en?: string } = {};
  for (const [i, column] of mapping.entries()) {
    const written = column?.field === field ? (column.language ?? language) : undefined;
    const value = row.cells[i] ?? '';
    if (written !== undefined && value.trim() !== '') text[written] = value;
  }
  return text;
}

function reportCells(header: readonly string[], { row, cells, badQuote }: CsvRow, problems: ProblemList): void {
  if (badQuote === 'unclosed') {
    problems.error('unclosed-quote', row, '', 'A quotation mark opens in this row and is never closed.');
    return;
  }
  if (badQuote === 'stray') problems.error('stray-quote', row, '', 'Text follows a closing quotation mark; quotation marks inside a cell are written twice.');
  if (cells.length !== header.length) {
    problems.error('ragged-row', row, '', `The row has ${cells.length} cells, the header ${header.length}.`, { cells: cells.length, header: header.length });
  }
  for (const [i, value] of cells.entries()) {
    const column = header[i] ?? '';
    if (value.length > EXCEL_CELL_CHARS) {
      problems.warning('long-cell', row, column, `The cell has ${value.length} characters; Excel keeps ${EXCEL_CELL_CHARS} and cuts the rest.`, { chars: value.length, limit: EXCEL_CELL_CHARS });
    }
    if (/Ã[\u0080-\u00BF\u0192\u201C-\u201D]|â€/.test(value)) problems.warning('garbled-text', row, column, 'The accents look garbled (UTF-8 read as Windows-1252 and saved again).');
  }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
