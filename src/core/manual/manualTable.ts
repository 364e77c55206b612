import { csvRows, SEPARATORS, type CsvRow, type Separator } from './csvRows.ts';

/** A sheet: a header and rows of text cells. Numbers stay as they were typed. */
export type ManualTable = {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Absent for a spreadsheet. */
  readonly separator?: Separator;
};

/** The table that separated text holds; what separates is the mark that cuts its header into most cells. Nothing where there is no row. */
export function tableOfText(text: string): ManualTable | undefined {
  const separator = separatorOf(text);
  const [header, ...rows] = csvRows(text, separator);
  return header === undefined ? undefined : { header: header.cells, rows, separator };
}

function separatorOf(text: string): Separator {
  // Quoted cells of a header may hold any mark; they are cut away first.
  const line = text.trimStart().replace(/"(?:[^"]|"")*"/g, '').split(/[\r\n]/, 1)[0] ?? '';
  const counts = SEPARATORS.map((mark) => ({ mark, count: line.split(mark).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
}
