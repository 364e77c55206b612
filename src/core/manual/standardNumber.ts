/** The number of a standard as printed, cut at the dots; digits stay text so that no length overflows. */
type Components = readonly string[];

/**
 * Order of two printed numbers, by numeric component: 1.2.9 before 1.2.10. A total order: numbers that are not all
 * digits (`A`, `115.142-115.143`) follow the numeric ones, by code unit. The printed text stays the identity, so
 * `0` is given for equal texts only: 1.10 and 1.1 are two standards, and so are 1.01 and 1.1.
 */
export function compareStandardNumbers(a: string, b: string): number {
  const left = numericComponents(a);
  const right = numericComponents(b);
  if (left !== undefined && right !== undefined) return compareComponents(left, right) || compareText(a, b);
  if (left !== undefined) return -1;
  if (right !== undefined) return 1;
  return compareText(a, b);
}

/** Siblings in the order of a manual: numeric where every one of them has a numeric number, else as the file has them. */
export function sortByNumber<T>(items: readonly T[], numberOf: (item: T) => string): readonly T[] {
  if (!items.every((item) => numericComponents(numberOf(item)) !== undefined)) return items;
  return items.toSorted((a, b) => compareStandardNumbers(numberOf(a), numberOf(b)));
}

function numericComponents(text: string): Components | undefined {
  const parts = text.split('.');
  return parts.every((part) => /^\d+$/.test(part)) ? parts : undefined;
}

function compareComponents(a: Components, b: Components): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareDigits(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || compareText(left, right);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
