import { checkTree } from './checkTree.ts';
import { isTextField, proposeMapping, type ColumnField, type ColumnMapping } from './columnMapping.ts';
import type { ManualLanguage, Program } from './edition.ts';
import { isEditionId } from './editionSchema.ts';
import { hasText, MANUAL_LANGUAGES } from './localText.ts';
import { manualNodes, type ManualNode } from './manualNodes.ts';
import { NO_COUNTS, NODE_KINDS, type ManualReading } from './manualReading.ts';
import type { ManualTable } from './manualTable.ts';
import { nodesEdition } from './nodesEdition.ts';
import { proposeKinds, type KindMapping } from './nodeKindMapping.ts';
import { newProblemList, type ProblemList } from './problemList.ts';
import { standardCells } from './standardCells.ts';

export type TableOptions = {
  /** Of the text columns whose header does not say theirs. */
  readonly language?: ManualLanguage;
  /** What the file cannot say of itself; without it the file is checked and no edition made. */
  readonly edition?: { readonly id: string; readonly program: Program; readonly name: string };
  /** As a person corrected it; else it is proposed by the headers. */
  readonly mapping?: ColumnMapping;
  readonly kinds?: KindMapping;
};

/**
 * Reads a manual from a table of text cells. Never throws for what is in it: every problem has its row and column, and one
 * error means no edition.
 */
export function readManualTable(table: ManualTable, options: TableOptions): ManualReading {
  const problems = newProblemList();
  const mapping = options.mapping ?? proposeMapping(table.header);
  checkColumns(table.header, mapping, options.mapping !== undefined, problems);
  const nameOf = (field: ColumnField): string => table.header[mapping.findIndex((column) => column?.field === field)]?.trim() ?? field;
  const kinds = options.kinds ?? proposeKinds(wordsOf(table, mapping));
  const nodes = hasPlace(mapping) ? manualNodes(table, { mapping, kinds, language: options.language }, problems) : [];
  checkTree(nodes, nameOf('parent'), problems);
  checkContents(nodes, nameOf, problems);
  const cells = new Map(nodes.filter(({ kind }) => kind === 'standard').map((node) => [node, standardCells(node, nameOf, problems)]));
  if (options.edition !== undefined && !isEditionId(options.edition.id)) {
    problems.error('edition-id', 0, '', 'The id of the edition may have letters, digits, dots, hyphens and underscores, up to 64.');
  }
  const languages = languagesOf(mapping, options.language);
  const edition = problems.hasErrors() || options.edition === undefined || languages.includes('und') ? undefined
    : nodesEdition(nodes, { ...options.edition, nameLanguage: nameLanguageOf(languages, options.language) }, (node) => {
      const found = cells.get(node);
      if (!found) throw new Error('a standard whose cells were not read');
      return found;
    });
  return { counts: countsOf(nodes), languages, ...(edition === undefined ? {} : { edition }), problems: problems.all() };
}

/** The distinct words of the kind's column. */
export function wordsOf({ rows }: ManualTable, mapping: ColumnMapping): ReadonlySet<string> {
  const column = mapping.findIndex((one) => one?.field === 'kind');
  return new Set(column < 0 ? [] : rows.map(({ cells }) => (cells[column] ?? '').trim()));
}

const has = (mapping: ColumnMapping, field: ColumnField): boolean => mapping.some((column) => column?.field === field);
const hasPlace = (mapping: ColumnMapping): boolean => has(mapping, 'id') || has(mapping, 'number');

function checkColumns(header: readonly string[], mapping: ColumnMapping, chosen: boolean, problems: ProblemList): void {
  const missing = (name: string): void => {
    problems.error('missing-column', 1, name, `No column is the ${name}. A manual needs at least an id or a number, and a title or a text.`, { name });
  };
  if (!hasPlace(mapping)) missing('id');
  if (!has(mapping, 'title') && !has(mapping, 'text')) missing('text');
  const names = header.map((name) => name.trim().toLowerCase());
  for (const [i, name] of names.entries()) {
    if (name === '' || mapping[i] !== undefined) continue;
    // Which of two columns with one name was meant, only a person can say.
    if (!chosen && names.indexOf(name) !== i) problems.error('duplicate-header', 1, name, `Two columns are called "${name}"; rename or remove one.`, { name });
    else problems.warning('ignored-column', 1, header[i] ?? '', `The column "${header[i]}" is not imported.`, { name: header[i] ?? '' });
  }
}

function languagesOf(mapping: ColumnMapping, language: ManualLanguage | undefined): ManualReading['languages'] {
  const said = mapping.flatMap((column) => (column !== undefined && isTextField(column.field) ? [column.language ?? language ?? ('und' as const)] : []));
  return said.includes('und') ? ['und'] : MANUAL_LANGUAGES.filter((one) => said.includes(one));
}

function nameLanguageOf(languages: ManualReading['languages'], told: ManualLanguage | undefined): ManualLanguage {
  return told ?? MANUAL_LANGUAGES.find((one) => languages.includes(one)) ?? 'es';
}

function checkContents(nodes: readonly ManualNode[], nameOf: (field: ColumnField) => string, problems: ProblemList): void {
  if (!problems.hasErrors() && !nodes.some((node) => node.kind === 'standard')) problems.error('no-standards', 1, nameOf('kind'), 'The file has no standard.');
  for (const node of nodes) {
    if ((node.kind === 'chapter' || node.kind === 'section') && hasText(node.text) && hasText(node.title)) {
      problems.warning('text-not-kept', node.row, nameOf('text'), `The text of the ${node.kind} "${node.id}" is not imported: only standards and bullets have one.`, { id: node.id });
    }
  }
}

function countsOf(nodes: readonly ManualNode[]): ManualReading['counts'] {
  const counts = { ...NO_COUNTS };
  for (const kind of NODE_KINDS) counts[kind] = nodes.filter((node) => node.kind === kind).length;
  return counts;
}
