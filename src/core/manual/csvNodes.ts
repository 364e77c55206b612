import { checkIds, comparableId } from './checkIds.ts';
import type { CsvColumns } from './csvColumns.ts';
import type { CsvRow } from './csvRows.ts';
import type { LocalText, ManualLanguage } from './edition.ts';
import { NODE_KINDS, type NodeKind } from './manualReading.ts';
import type { ProblemList } from './problemList.ts';

/** One row of the file, understood. */
export type CsvNode = {
  readonly row: number;
  readonly id: string;
  /** Empty for a chapter. */
  readonly parentId: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly title: LocalText;
  readonly text: LocalText;
};

/** What a cell of Excel holds; longer ones have been or will be cut by it. */
const EXCEL_CELL_CHARS = 32_767;

/** The rows as nodes, in the order of the file. Without a language there are no texts: the file is only checked. */
export function csvNodes(header: readonly string[], rows: readonly CsvRow[], columns: CsvColumns, language: ManualLanguage | undefined, problems: ProblemList): readonly CsvNode[] {
  const nodes = rows.flatMap((row): readonly CsvNode[] => {
    reportCells(header, row, problems);
    const cell = (index: number | undefined): string => (index === undefined ? '' : (row.cells[index] ?? ''));
    const id = comparableId(cell(columns.id));
    const kind = NODE_KINDS.find((one) => one === cell(columns.kind).trim().toLowerCase());
    if (row.badQuote === 'unclosed') return [];
    const isCut = row.cells.length < header.length;
    if (kind === undefined && !isCut) problems.error('unknown-kind', row.row, 'kind', `"${shorten(cell(columns.kind))}" is not a kind; the kinds are: ${NODE_KINDS.join(', ')}.`);
    if (id === '' && !isCut) problems.error('missing-id', row.row, 'id', 'The row has no id.');
    if (kind === undefined || id === '') return [];
    const texts = (value: string): LocalText => (language === undefined || value.trim() === '' ? {} : { [language]: value });
    return [{ row: row.row, id, parentId: comparableId(cell(columns.parentId)), kind, label: cell(columns.label).trim(), title: texts(cell(columns.title)), text: texts(cell(columns.text)) }];
  });
  checkIds(nodes.map((node) => ({ ...node, column: 'id' })), problems);
  return nodes;
}

function reportCells(header: readonly string[], { row, cells, badQuote }: CsvRow, problems: ProblemList): void {
  if (badQuote === 'unclosed') {
    problems.error('unclosed-quote', row, '', 'A quotation mark opens in this row and is never closed.');
    return;
  }
  if (badQuote === 'stray') problems.error('stray-quote', row, '', 'Text follows a closing quotation mark; quotation marks inside a cell are written twice.');
  if (cells.length !== header.length) problems.error('ragged-row', row, '', `The row has ${cells.length} cells, the header ${header.length}.`);
  for (const [i, value] of cells.entries()) {
    const column = header[i] ?? '';
    if (value.length > EXCEL_CELL_CHARS) problems.warning('long-cell', row, column, `The cell has ${value.length} characters; Excel keeps ${EXCEL_CELL_CHARS} and cuts the rest.`);
    if (/Ã[\u0080-\u00BF\u0192\u201C-\u201D]|â€/.test(value)) problems.warning('garbled-text', row, column, 'The accents look garbled (UTF-8 read as Windows-1252 and saved again).');
  }
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
