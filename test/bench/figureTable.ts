import type { Figure } from './figure.ts';

/** The figures as lines for people: name, value, limit, ratio. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = [['figure', 'value', 'limit', 'ratio'], ...figures.map(({ name, value, unit, limit, ratio }) => [name, `${value} ${unit}`, `${limit} ${unit}`, String(ratio)])];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')).join('\n');
}
