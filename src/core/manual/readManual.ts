import { readWorkbook, type Sheet, type WorkbookError } from '#core/sheet/readWorkbook.ts';
import type { ManualTable } from './manualTable.ts';
import { tableOfText } from './manualTable.ts';
import { NO_COUNTS, unreadable, type ManualReading, type Problem } from './manualReading.ts';
import { isOscalCatalog, readOscalCatalog } from './readOscalCatalog.ts';
import { readManualJson } from './readManualJson.ts';
import { readManualTable, type TableOptions } from './readManualTable.ts';
import { readNumberedText } from './readNumberedText.ts';
import { readRequirementLibrary } from './readRequirementLibrary.ts';
import { sourceText } from './sourceText.ts';

export type ManualFile = { readonly name: string; readonly bytes: Uint8Array };

export type ManualOptions = TableOptions & {
  /** The sheet of a workbook; absent: the first that has rows. */
  readonly sheet?: string;
};

/** What a file was taken for. */
export type ManualSource = 'json' | 'oscal' | 'library' | 'table' | 'text';

export type ManualFileReading = ManualReading & {
  readonly source?: ManualSource;
  /** For correcting the columns: of a table only. */
  readonly table?: ManualTable;
  readonly sheets?: readonly string[];
};

/**
 * Reads a manual from a file in any format of MANUAL-FORMAT.md, told apart by its first bytes and its name. Never throws for what
 * is in the file. A workbook can be made to cost seconds: run it where a deadline can end it.
 */
export async function readManual({ name, bytes }: ManualFile, options: ManualOptions): Promise<ManualFileReading> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readSheet(bytes, options);
  const decoded = sourceText(bytes);
  if (!decoded.ok) return unreadable(decoded.error);
  const { text } = decoded.value;
  if (/\.ya?ml$/i.test(name)) return { ...readRequirementLibrary(text, options), source: 'library' };
  if (/\.json$/i.test(name) || /^\s*\{/.test(text)) {
    const json = parsed(text);
    return isOscalCatalog(json) ? { ...readOscalCatalog(json, options), source: 'oscal' } : { ...readManualJson(text), source: 'json' };
  }
  const table = tableOfText(text);
  const looksLikeTable = !/\.txt$/i.test(name) || (table !== undefined && table.header.length > 1 && table.rows.length > 0 && table.rows.every(({ cells }) => cells.length === table.header.length));
  if (!looksLikeTable) return { ...readNumberedText(text, options), source: 'text' };
  return table === undefined ? { counts: NO_COUNTS, languages: [], problems: [] } : { ...readManualTable(table, options), source: 'table', table };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Told with its line by the reader of our own format.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function readSheet(bytes: Uint8Array, options: ManualOptions): Promise<ManualFileReading> {
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return unreadable(archiveProblem(workbook.error));
  const sheets = workbook.value.map(({ name }) => name);
  const sheet = workbook.value.find(({ name, rows }) => (options.sheet === undefined ? rows.length > 1 : name === options.sheet));
  if (sheet === undefined) return unreadable(archiveProblem({ type: 'no-sheets' }));
  const table = tableOfSheet(sheet);
  const reading = readManualTable(table, options);
  return { ...reading, problems: [...numberCellProblems(sheet, table, reading), ...reading.problems], source: 'table', table, sheets };
}

function tableOfSheet({ rows }: Sheet): ManualTable {
  const first = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''));
  const header = rows[first] ?? [];
  return {
    header,
    rows: rows.flatMap((cells, i) => (i > first && cells.some((cell) => cell.trim() !== '') ? [{ row: i + 1, cells: header.map((_, c) => cells[c] ?? '') }] : [])),
  };
}

/** Excel has made 1.10 into 1.1 where the cell is a number: nobody can tell any more which it was. */
function numberCellProblems({ numberCells }: Sheet, { header }: ManualTable, _reading: ManualReading): readonly Problem[] {
  const numbers = header.map((name) => /^(?:n[uú]m|no\b|c[oó]d|clave|id|numer|label|ref|padre|parent)/i.test(name.trim()));
  return numberCells.filter(([, column]) => numbers[column]).slice(0, 100).map(([row, column]) => ({
    severity: 'warning', row: row + 1, column: header[column] ?? '', code: 'number-cell', values: {},
    message: 'This number is a numeric cell: Excel may have turned 1.10 into 1.1. Format the column as text and check it.',
  }));
}

function archiveProblem(error: WorkbookError): Problem {
  const problem = (code: Problem['code'], message: string): Problem => ({ severity: 'error', row: 0, column: '', code, message, values: {} });
  switch (error.type) {
    case 'not-a-workbook': return problem('not-text', 'This is not an Excel workbook (.xlsx), or it is cut off.');
    case 'unsafe-archive': return problem('archive', 'This archive holds far more files than a workbook, or files with dangerous names. It was not opened.');
    case 'bomb': return problem('archive', 'Unpacked, this file would be far larger than any manual. It was not opened.');
    case 'no-sheets': return problem('no-sheets', 'No sheet with rows was found in this workbook.');
    case 'damaged': return problem('not-text', `The workbook could not be read: ${error.detail}`);
  }
}
