/** What stands between two cells. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

export type CsvRow = {
  /** From 1; a cell with line breaks is still in one row, as a spreadsheet counts. */
  readonly row: number;
  readonly cells: readonly string[];
  /** `unclosed`: the file ends inside a quoted cell · `stray`: text follows a closing quote. */
  readonly badQuote?: 'unclosed' | 'stray';
};

/**
 * Cuts separated text into rows (RFC 4180; a lone `\r` also ends a row, as old Macs wrote). Rows without anything
 * are counted and left out. By hand, because csv-parse brings Node's types into core and throws at the first bad row,
 * and a person wants to see all of them.
 */
export function csvRows(text: string, separator: Separator = ','): readonly CsvRow[] {
  const endOfCell = cellEnd(separator);
  const rows: CsvRow[] = [];
  let row = 1;
  let at = 0;
  let cells: string[] = [];
  let badQuote: CsvRow['badQuote'];
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at, endOfCell) : plainCell(text, at, endOfCell);
    cells.push(cell.value);
    badQuote ??= cell.badQuote;
    at = cell.end;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      cells.push('');
    }
    if (cells.some((value) => value.trim() !== '')) rows.push({ row, cells, ...(badQuote === undefined ? {} : { badQuote }) });
    at += text.startsWith('\r\n', at) ? 2 : 1;
    row++;
    cells = [];
    badQuote = undefined;
  }
  return rows;
}

type Cell = { readonly value: string; readonly end: number; readonly badQuote?: 'unclosed' | 'stray' };

function plainCell(text: string, start: number, endOfCell: EndOfCell): Cell {
  const end = endOfCell(text, start);
  return { value: text.slice(start, end), end };
}

function quotedCell(text: string, start: number, endOfCell: EndOfCell): Cell {
  const parts: string[] = [];
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return { value: parts.join('') + text.slice(from), end: text.length, badQuote: 'unclosed' };
    parts.push(text.slice(from, quote));
    if (text[quote + 1] === '"') {
      parts.push('"');
      from = quote + 2;
      continue;
    }
    const end = endOfCell(text, quote + 1);
    const rest = text.slice(quote + 1, end);
    return { value: parts.join('') + rest, end, ...(rest.trim() === '' ? {} : { badQuote: 'stray' }) };
  }
}

type EndOfCell = (text: string, from: number) => number;

function cellEnd(separator: Separator): EndOfCell {
  const end = new RegExp(`[${separator}\\r\\n]`, 'g');
  return (text, from) => {
    end.lastIndex = from;
    return end.exec(text)?.index ?? text.length;
  };
}
