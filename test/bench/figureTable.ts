import { boundOf } from './bounds.ts';
import type { Figure } from './figure.ts';

/** The figures as lines for people: name, value, limit, ratio, what the ratio must be; one that is outside says so. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [['figure', 'value', 'limit', 'ratio', 'must be', ''], ...figures.map((one) => {
    const bound = boundOf(one);
    return [one.name, `${one.value} ${one.unit}`, `${one.limit} ${one.unit}`, String(one.ratio), bound?.must ?? '', bound && !bound.holds ? 'OUTSIDE' : ''];
  })];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ').trimEnd()).join('\n');
}
