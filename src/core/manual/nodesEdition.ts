import type { Bullet, Chapter, Edition, EditionTerm, LocalText, ManualLanguage, Program, Standard, Topic, TopicGroup } from './edition.ts';
import { editionLanguages } from './editionLanguages.ts';
import { foldText } from './foldText.ts';
import { hasText, MANUAL_LANGUAGES } from './localText.ts';
import type { ManualNode } from './manualNodes.ts';
import type { StandardCells } from './standardCells.ts';

/** What a table cannot say about itself. */
export type EditionNames = { readonly id: string; readonly program: Program; readonly name: string; readonly nameLanguage: ManualLanguage };

/**
 * The edition that checked nodes make, in the order of the file. What no column says has its plainest meaning: a standard is
 * mandatory for everybody and requires no written directive.
 */
export function nodesEdition(nodes: readonly ManualNode[], names: EditionNames, cellsOf: (node: ManualNode) => StandardCells): Edition {
  const childrenOf = childrenByParent(nodes);
  const ids = new Set(nodes.map((node) => node.id));
  const children = (id: string): readonly ManualNode[] => childrenOf.get(id) ?? [];
  const areas = newTerms(names.nameLanguage);
  const functions = newTerms(names.nameLanguage);

  const bullet = (node: ManualNode): Bullet => ({ id: node.id, label: node.label, text: bulletText(node), bullets: children(node.id).map(bullet) });
  const standard = (node: ManualNode): Standard => {
    const bullets = children(node.id).map(bullet);
    const { areaLabels, functionLabel, ...cells } = cellsOf(node);
    return {
      id: node.id, number: numberOf(node), title: node.title, statement: node.text, bullets, commentary: node.commentary, ...cells,
      areas: areaLabels.map(areas.idOf), ...(functionLabel === undefined ? {} : { dependsOnFunction: functions.idOf(functionLabel) }),
      reserved: bullets.length === 0 && !hasText(node.text) && isReservedTitle(node.title),
    };
  };
  /** A section with standards of its own is a topic; sections around it are said in `above`. */
  const topicsOf = (section: ManualNode, above: readonly TopicGroup[]): readonly Topic[] => {
    const standards = children(section.id).filter((child) => child.kind === 'standard');
    const sections = children(section.id).filter((child) => child.kind === 'section');
    const group = { id: section.id, number: numberOf(section), title: headingOf(section) };
    const topic: Topic = { ...group, ...(above.length === 0 ? {} : { above }), standards: standards.map(standard) };
    const below = sections.flatMap((child) => topicsOf(child, [...above, group]));
    return standards.length > 0 || below.length === 0 ? [topic, ...below] : below;
  };
  const chapter = (node: ManualNode): Chapter => {
    const number = numberOf(node);
    const direct = children(node.id).filter((child) => child.kind === 'standard');
    const topics: Topic[] = [];
    for (const child of children(node.id)) {
      if (child === direct[0]) topics.push({ id: unusedId(`${node.id}/0`, ids), number, title: headingOf(node), standards: direct.map(standard), implicit: true });
      if (child.kind === 'section') topics.push(...topicsOf(child, []));
    }
    return { id: node.id, number, title: headingOf(node), topics };
  };

  const chapters = nodes.filter((node) => node.kind === 'chapter').map(chapter);
  return {
    id: names.id, revision: 1, program: names.program, name: { [names.nameLanguage]: names.name }, sample: false,
    languages: editionLanguages(chapters), passRule: { otherPercent: 80 }, sizeBands: {}, words: {}, areas: areas.all(), functions: functions.all(), chapters,
  };
}

const numberOf = ({ label, id }: ManualNode): string => (label === '' ? id : label);

/** Laws print a chapter's name in the column of the text. */
const headingOf = ({ title, text }: ManualNode): LocalText => (hasText(title) ? title : text);

function childrenByParent(nodes: readonly ManualNode[]): ReadonlyMap<string, readonly ManualNode[]> {
  const childrenOf = new Map<string, ManualNode[]>();
  for (const node of nodes) {
    const siblings = childrenOf.get(node.parentId);
    if (siblings === undefined) childrenOf.set(node.parentId, [node]);
    else siblings.push(node);
  }
  return childrenOf;
}

/** A bullet has one text; where the file gives it a heading too, the heading is its first line. */
function bulletText({ title, text }: ManualNode): LocalText {
  return Object.fromEntries(
    MANUAL_LANGUAGES.map((language) => [language, [title[language], text[language]].filter((line) => line !== undefined)] as const)
      .filter(([, lines]) => lines.length > 0)
      .map(([language, lines]) => [language, lines.join('\n')]),
  );
}

function isReservedTitle(title: LocalText): boolean {
  return MANUAL_LANGUAGES.some((language) => /^\s*[[(]?\s*(?:reserved|reservad[oa])\s*[\])]?\s*\.?\s*$/i.test(title[language] ?? ''));
}

function unusedId(wanted: string, taken: ReadonlySet<string>): string {
  return taken.has(wanted) ? unusedId(`${wanted}0`, taken) : wanted;
}

/** Terms that the cells name by their words: the same words, whatever their case and accents, are one term. */
function newTerms(language: ManualLanguage): { readonly idOf: (label: string) => string; readonly all: () => readonly EditionTerm[] } {
  const terms = new Map<string, EditionTerm>();
  return {
    idOf(label) {
      const id = foldText(label).replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || label;
      if (!terms.has(id)) terms.set(id, { id, label: { [language]: label } });
      return id;
    },
    all: () => [...terms.values()],
  };
}
