import type { ProblemList } from './problemList.ts';

/** Where each column stands in the file. */
export type CsvColumns = {
  readonly id: number;
  readonly parentId: number;
  readonly kind: number;
  readonly label: number | undefined;
  readonly title: number | undefined;
  readonly text: number | undefined;
};

/**
 * Finds the columns `id, parent_id, kind, label, title, text`, in any order, whatever their case. Reports what is missing,
 * twice there or not used. Nothing where the tree itself cannot be read.
 */
export function csvColumns(header: readonly string[], problems: ProblemList): CsvColumns | undefined {
  const names = header.map((name) => name.trim().toLowerCase());
  const find = (name: string): number | undefined => (names.includes(name) ? names.indexOf(name) : undefined);
  const [id, parentId, kind, label, title, text] = [find('id'), find('parent_id'), find('kind'), find('label'), find('title'), find('text')];
  if (id === undefined && parentId === undefined && reportOtherSeparator(header, problems)) return undefined;

  for (const name of new Set(names.filter((one, i) => one !== '' && names.indexOf(one) !== i))) {
    problems.error('duplicate-header', 1, name, `Two columns are called "${name}"; rename or remove one.`);
  }
  const used = new Set([id, parentId, kind, label, title, text]);
  const missing = { id, parent_id: parentId, kind, label, title, text };
  for (const [name, column] of Object.entries(missing)) {
    if (column === undefined) problems.error('missing-column', 1, name, `The column "${name}" is missing. The columns are: id, parent_id, kind, label, title, text.`);
  }
  for (const [i, name] of names.entries()) {
    if (name !== '' && !used.has(i) && names.indexOf(name) === i) problems.warning('ignored-column', 1, header[i] ?? '', `The column "${header[i]}" is not imported.`);
  }
  if (id === undefined || parentId === undefined || kind === undefined) return undefined;
  return { id, parentId, kind, label, title, text };
}

const SEPARATORS = [[';', 'semicolons'], ['\t', 'tabs'], ['|', 'bars']] as const;

function reportOtherSeparator(header: readonly string[], problems: ProblemList): boolean {
  const separator = SEPARATORS.find(([mark]) => header.some((cell) => cell.split(mark).length > 2));
  if (separator === undefined) return false;
  problems.error('missing-column', 1, 'id', `The columns are separated by ${separator[1]}; save the file as "CSV UTF-8 (comma separated)".`);
  return true;
}
