import { checkTree } from './checkTree.ts';
import { csvColumns } from './csvColumns.ts';
import { csvEdition } from './csvEdition.ts';
import { csvNodes, type CsvNode } from './csvNodes.ts';
import { csvRows } from './csvRows.ts';
import type { ManualLanguage, Program } from './edition.ts';
import { isEditionId } from './editionSchema.ts';
import { hasText } from './localText.ts';
import { NO_COUNTS, NODE_KINDS, unreadable, type ManualReading } from './manualReading.ts';
import { newProblemList, type ProblemList } from './problemList.ts';
import { sourceText } from './sourceText.ts';

export type CsvOptions = {
  /** Of the columns `title` and `text`. */
  readonly language?: ManualLanguage;
  /** What the file cannot say of itself; without it the file is checked and no edition made. */
  readonly edition?: { readonly id: string; readonly program: Program; readonly name: string };
};

/**
 * Reads a manual from comma-separated UTF-8 (see MANUAL-FORMAT.md). Never throws for what is in the file: every problem
 * has its row and column, and one error means no edition.
 */
export function readManualCsv(source: Uint8Array | string, options: CsvOptions): ManualReading {
  const text = sourceText(source);
  if (!text.ok) return unreadable(text.error);
  const [header, ...rows] = csvRows(text.value);
  const problems = newProblemList();
  const columns = header === undefined ? undefined : csvColumns(header.cells, problems);
  if (header === undefined || columns === undefined) return { counts: NO_COUNTS, languages: [], problems: problems.all() };

  const nodes = csvNodes(header.cells, rows, columns, options.language, problems);
  checkTree(nodes, problems);
  checkContents(nodes, problems);
  const languages: ManualReading['languages'] = [options.language ?? 'und'];
  if (options.edition !== undefined && !isEditionId(options.edition.id)) {
    problems.error('edition-id', 0, '', 'The id of the edition may have letters, digits, dots, hyphens and underscores, up to 64.');
  }
  const edition = problems.hasErrors() ? undefined : editionOf(nodes, options);
  return {
    counts: countsOf(nodes),
    languages,
    ...(edition === undefined ? {} : { edition }),
    problems: problems.all(),
  };
}

function editionOf(nodes: readonly CsvNode[], { language, edition }: CsvOptions): ManualReading['edition'] {
  return edition === undefined || language === undefined ? undefined : csvEdition(nodes, { ...edition, nameLanguage: language });
}

function checkContents(nodes: readonly CsvNode[], problems: ProblemList): void {
  if (!problems.hasErrors() && !nodes.some((node) => node.kind === 'standard')) problems.error('no-standards', 1, 'kind', 'The file has no standard.');
  for (const node of nodes) {
    if ((node.kind === 'chapter' || node.kind === 'section') && hasText(node.text)) {
      problems.warning('text-not-kept', node.row, 'text', `The text of the ${node.kind} "${node.id}" is not imported: only standards and bullets have one.`);
    }
  }
}

function countsOf(nodes: readonly CsvNode[]): ManualReading['counts'] {
  const counts = { ...NO_COUNTS };
  for (const kind of NODE_KINDS) counts[kind] = nodes.filter((node) => node.kind === kind).length;
  return counts;
}
