import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/universal';
import { err, ok, type Result } from '#core/result.ts';
import { zipDirectory } from './zipDirectory.ts';

/** A sheet of a workbook: rows of text cells. Numbers are the text that the file holds; `numberCells` tells where they stood (row and column from 0). */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[]; readonly numberCells: readonly (readonly [number, number])[] };

export type WorkbookError =
  | { readonly type: 'not-a-workbook' }
  /** It says that it unpacks to more than any form or manual needs. */
  | { readonly type: 'bomb' }
  | { readonly type: 'unsafe-archive' }
  /** The reader found nothing: said, since an empty import would look like one that worked. */
  | { readonly type: 'no-sheets' }
  | { readonly type: 'damaged'; readonly detail: string };

/** A bilingual manual of 3 MB of text is a sheet of about 10 MB of XML. */
const MAX_UNPACKED_BYTES = 48 * 1024 * 1024;
/** Cells in a sheet that is read: 20,000 rows of 100 columns. */
const MAX_CELLS = 2_000_000;

/** Reads an Excel workbook (.xlsx). Call it where a deadline can end it: a file made to hurt can still cost seconds. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<readonly Sheet[], WorkbookError>> {
  const directory = zipDirectory(bytes);
  if (!directory.ok) return err({ type: directory.error.type === 'not-a-zip' ? 'not-a-workbook' : 'unsafe-archive' });
  if (directory.value.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) > MAX_UNPACKED_BYTES) return err({ type: 'bomb' });
  if (!directory.value.some(({ name }) => name === 'xl/workbook.xml')) return err({ type: 'not-a-workbook' });
  try {
    if (farthestCell(bytes) > MAX_CELLS) return err({ type: 'bomb' });
    const sheets = await readXlsxFile(ownBuffer(bytes), { trim: false, parseNumber: (text: string) => new NumberText(text) });
    if (sheets.every(({ data }) => data.length === 0)) return err({ type: 'no-sheets' });
    return ok(sheets.map(({ sheet, data }) => sheetOf(sheet, data)));
  } catch (cause) {
    // The library throws for whatever a file can be wrong in.
    return err({ type: 'damaged', detail: cause instanceof Error ? cause.message : String(cause) });
  }
}

/**
 * The size of the table that the cells of the largest sheet span. The reader makes a table of that size, so a single cell at the
 * far corner (XFD1048576) would take all memory.
 */
function farthestCell(bytes: Uint8Array): number {
  const sheets = unzipSync(bytes, { filter: ({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name) });
  let most = 0;
  for (const xml of Object.values(sheets)) {
    let [rows, columns] = [0, 0];
    // Only references are looked at, and these are ASCII.
    for (const [, letters = '', row = ''] of strFromU8(xml, true).matchAll(/<c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"/g)) {
      rows = Math.max(rows, Number(row));
      columns = Math.max(columns, columnNumber(letters));
    }
    most = Math.max(most, rows * columns);
  }
  return most;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (let i = 0; i < letters.length; i++) number = number * 26 + letters.charCodeAt(i) - 64;
  return number;
}

/** A number as the file writes it: 1.10 in a text cell stays 1.10; in a number cell Excel itself has made it 1.1. */
class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function sheetOf(name: string, data: readonly (readonly unknown[])[]): Sheet {
  const numberCells: [number, number][] = [];
  const rows = data.map((row, r) => row.map((cell, c) => {
    if (cell instanceof NumberText) {
      numberCells.push([r, c]);
      return cell.text;
    }
    return textOf(cell);
  }));
  return { name, rows, numberCells };
}

function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : '';
}

function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}
