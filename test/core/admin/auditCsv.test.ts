import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from '#core/manual/csvRows.ts';
import { csvLine } from '#core/text/csvLine.ts';

test('[A9] whatever is in a cell: it comes back whole, and no cell begins as a formula', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', '')), { minLength: 2, maxLength: 4 }), (texts) => {
    const cells = ['1', ...texts]; // a line of empty cells alone is read as no row
    const line = csvLine(cells);
    const rows = csvRows(line);
    const back = rows.flatMap((row) => row.cells);
    expect(back).toEqual(cells.map((cell, i) => (back[i]?.startsWith("'") && !cell.startsWith("'") ? `'${cell}` : cell)));
    for (const cell of back) expect(/^[=+\-@\t\r]/.test(cell)).toBe(false);
  }));
});
