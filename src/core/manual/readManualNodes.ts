import { checkIds } from './checkIds.ts';
import { checkTree } from './checkTree.ts';
import type { ColumnField } from './columnMapping.ts';
import type { ManualLanguage, Program } from './edition.ts';
import { isEditionId } from './editionSchema.ts';
import { hasText, MANUAL_LANGUAGES } from './localText.ts';
import type { ManualNode } from './manualNodes.ts';
import { NO_COUNTS, NODE_KINDS, type ManualReading } from './manualReading.ts';
import { nodesEdition } from './nodesEdition.ts';
import type { ProblemList } from './problemList.ts';
import { standardCells } from './standardCells.ts';

export type NodesOptions = {
  /** Of the whole file, where it does not say. */
  readonly language?: ManualLanguage;
  readonly edition?: { readonly id: string; readonly program: Program; readonly name: string };
  readonly problems: ProblemList;
  /** How the file calls its columns; absent: by the field. */
  readonly nameOf?: (field: ColumnField) => string;
  /** As the columns say; absent: the language that was told. */
  readonly languages?: ManualReading['languages'];
  /** The ids were checked while the tree was made. */
  readonly idsChecked?: boolean;
};

/** The end of every reader of trees: checks ids, parents and contents, and makes the edition where there is no error and its name is told. */
export function readManualNodes(nodes: readonly ManualNode[], options: NodesOptions): ManualReading {
  const { problems, nameOf = (field) => field, language, edition: names } = options;
  if (!options.idsChecked) checkIds(nodes.map((node) => ({ ...node, column: nameOf('id') })), problems);
  checkTree(nodes, nameOf('parent'), problems);
  checkContents(nodes, nameOf, problems);
  const cells = new Map(nodes.filter(({ kind }) => kind === 'standard').map((node) => [node, standardCells(node, nameOf, problems)]));
  if (names !== undefined && !isEditionId(names.id)) {
    problems.error('edition-id', 0, '', 'The id of the edition may have letters, digits, dots, hyphens and underscores, up to 64.');
  }
  const languages = options.languages ?? [language ?? 'und'];
  const nameLanguage = language ?? MANUAL_LANGUAGES.find((one) => languages.includes(one)) ?? 'es';
  const edition = problems.hasErrors() || names === undefined || languages.includes('und') ? undefined
    : nodesEdition(nodes, { ...names, nameLanguage }, (node) => {
      const found = cells.get(node);
      if (!found) throw new Error('a standard whose cells were not read');
      return found;
    });
  return {
    counts: countsOf(nodes), languages, ...(edition === undefined ? {} : { edition }),
    rows: new Map(nodes.map(({ id, row }) => [id, row])), problems: problems.all(),
  };
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
