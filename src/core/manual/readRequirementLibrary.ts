import * as v from 'valibot';
import { parseDocument } from 'yaml';
import type { ManualLanguage, Program } from './edition.ts';
import type { ManualNode } from './manualNodes.ts';
import { unreadable, type ManualReading, type NodeKind, type Problem } from './manualReading.ts';
import { newProblemList } from './problemList.ts';
import { readManualNodes } from './readManualNodes.ts';

const optionalText = v.nullish(v.union([v.string(), v.pipe(v.number(), v.transform(String))]));
const requirementNode = v.object({
  urn: v.string(), parent_urn: optionalText, assessable: v.optional(v.boolean(), false), ref_id: optionalText, name: optionalText, description: optionalText,
  annotation: optionalText, translations: v.nullish(v.record(v.string(), v.object({ name: optionalText, description: optionalText, annotation: optionalText }))),
});
const library = v.object({
  locale: v.optional(v.string()),
  objects: v.object({ framework: v.object({ requirement_nodes: v.array(requirementNode) }) }),
});
type RequirementNode = v.InferOutput<typeof requirementNode>;

export type LibraryOptions = { readonly language?: ManualLanguage; readonly edition?: { readonly id: string; readonly program: Program; readonly name: string } };

/**
 * A framework library of CISO Assistant (YAML). An assessable node is a standard, whatever is below it a bullet, what is above it
 * a chapter or a section. Its `locale` is the language, its `translations` the other one.
 */
export function readRequirementLibrary(text: string, options: LibraryOptions): ManualReading {
  const problems = newProblemList();
  const parsed = parseYaml(text);
  if ('problem' in parsed) return unreadable(parsed.problem);
  const read = v.safeParse(library, parsed.value);
  if (!read.success) {
    for (const issue of read.issues) problems.error('wrong-shape', 0, `/${(issue.path ?? []).map(({ key }) => String(key)).join('/')}`, issue.message, { detail: issue.message });
    return readManualNodes([], { ...options, problems });
  }
  const locale = read.output.locale === 'es' || read.output.locale === 'en' ? read.output.locale : options.language;
  const nodes = read.output.objects.framework.requirement_nodes;
  const other: ManualLanguage = locale === 'es' ? 'en' : 'es';
  const languages = locale === undefined ? (['und'] as const) : nodes.some(({ translations }) => translations?.[other]) ? (['es', 'en'] as const) : [locale];
  return readManualNodes(treeOf(nodes, locale), { ...options, problems, languages, ...(locale === undefined ? {} : { language: locale }) });
}

/** The parser makes data only: no tag runs code. It throws where aliases would multiply into more than memory holds. */
function parseYaml(text: string): { readonly value: unknown } | { readonly problem: Problem } {
  const problem = (row: number, detail: string): { readonly problem: Problem } => ({
    problem: { severity: 'error', row, column: '', code: 'not-yaml', message: `The file is not valid YAML: ${detail}`, values: { row } },
  });
  const parsed = parseDocument(text);
  const [syntax] = parsed.errors;
  if (syntax) return problem(syntax.linePos?.[0].line ?? 0, syntax.message.split('\n')[0] ?? '');
  try {
    return { value: parsed.toJS({ maxAliasCount: 100 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return problem(0, error.message);
  }
}

function treeOf(nodes: readonly RequirementNode[], locale: ManualLanguage | undefined): readonly ManualNode[] {
  const byUrn = new Map(nodes.map((node) => [node.urn, node]));
  const parentOf = (node: RequirementNode): RequirementNode | undefined => byUrn.get(node.parent_urn ?? '');
  const isBelowStandard = (node: RequirementNode): boolean => {
    const seen = new Set([node.urn]);
    for (let at = parentOf(node); at !== undefined && !seen.has(at.urn); at = parentOf(at)) {
      if (at.assessable) return true;
      seen.add(at.urn);
    }
    return false;
  };
  const loose = nodes.filter((node) => node.assessable && !node.parent_urn);
  const kindOf = (node: RequirementNode): NodeKind => {
    if (isBelowStandard(node)) return 'bullet';
    if (node.assessable) return 'standard';
    return node.parent_urn ? 'section' : 'chapter';
  };
  const made = nodes.map((node): ManualNode => {
    const kind = kindOf(node);
    const text = (field: 'name' | 'description' | 'annotation') => localText(node, field, locale);
    return {
      row: 0, id: idOf(node.urn), parentId: node.parent_urn ? idOf(node.parent_urn) : loose.includes(node) ? TOP : '', kind, label: node.ref_id ?? '',
      title: text('name'), text: kind === 'chapter' || kind === 'section' ? {} : text('description'), commentary: text('annotation'), activity: {}, cell: () => '',
    };
  });
  if (loose.length === 0) return made;
  return [{ row: 0, id: TOP, parentId: '', kind: 'chapter', label: '1', title: {}, text: {}, commentary: {}, activity: {}, cell: () => '' }, ...made];
}

/** The chapter of standards that have none. */
const TOP = 'framework';

/** The last part of `urn:intuitem:risk:req_node:…:a.1`: without slashes, as a standard's id must be. */
const idOf = (urn: string): string => (urn.split(':').at(-1) ?? urn).replaceAll('/', '-');

function localText(node: RequirementNode, field: 'name' | 'description' | 'annotation', locale: ManualLanguage | undefined) {
  const text: { es?: string; en?: string } = {};
  for (const language of ['es', 'en'] as const) {
    const written = language === locale ? node[field] : node.translations?.[language]?.[field];
    if (typeof written === 'string' && written.trim() !== '') text[language] = written;
  }
  return text;
}
