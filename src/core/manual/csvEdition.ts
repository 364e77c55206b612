import type { CsvNode } from './csvNodes.ts';
import type { Bullet, Chapter, Edition, LocalText, ManualLanguage, Program, Standard, Topic } from './edition.ts';
import { editionLanguages } from './editionLanguages.ts';
import { hasText, MANUAL_LANGUAGES } from './localText.ts';

/** What a CSV cannot say about itself. */
export type CsvEditionNames = { readonly id: string; readonly program: Program; readonly name: string; readonly nameLanguage: ManualLanguage };

/**
 * The edition that checked nodes make, in the order of the file. The columns know neither levels nor directives: all
 * standards are mandatory for everybody and none requires a written directive.
 */
export function csvEdition(nodes: readonly CsvNode[], names: CsvEditionNames): Edition {
  const childrenOf = childrenByParent(nodes);
  const ids = new Set(nodes.map((node) => node.id));
  const children = (id: string): readonly CsvNode[] => childrenOf.get(id) ?? [];

  const bullet = (node: CsvNode): Bullet => ({ id: node.id, label: node.label, text: bulletText(node), bullets: children(node.id).map(bullet) });
  const standard = (node: CsvNode): Standard => {
    const bullets = children(node.id).map(bullet);
    return {
      id: node.id, number: node.label === '' ? node.id : node.label, title: node.title, statement: node.text, bullets, commentary: {},
      directiveRequired: false, activities: [], verifyBy: [], areas: [], interviewRoles: [], related: [],
      reserved: bullets.length === 0 && !hasText(node.text) && isReservedTitle(node.title),
    };
  };
  const chapter = (node: CsvNode): Chapter => {
    const number = node.label === '' ? node.id : node.label;
    const direct = children(node.id).filter((child) => child.kind === 'standard');
    const topics: Topic[] = [];
    for (const child of children(node.id)) {
      if (child === direct[0]) topics.push({ id: unusedId(`${node.id}/0`, ids), number, title: node.title, standards: direct.map(standard), implicit: true });
      if (child.kind === 'section') {
        topics.push({ id: child.id, number: child.label === '' ? child.id : child.label, title: child.title, standards: children(child.id).map(standard) });
      }
    }
    return { id: node.id, number, title: node.title, topics };
  };

  const chapters = nodes.filter((node) => node.kind === 'chapter').map(chapter);
  return {
    id: names.id, revision: 1, program: names.program, name: { [names.nameLanguage]: names.name }, sample: false,
    languages: editionLanguages(chapters), passRule: { otherPercent: 80 }, sizeBands: {}, words: {}, areas: [], functions: [], chapters,
  };
}

function childrenByParent(nodes: readonly CsvNode[]): ReadonlyMap<string, readonly CsvNode[]> {
  const childrenOf = new Map<string, CsvNode[]>();
  for (const node of nodes) {
    const siblings = childrenOf.get(node.parentId);
    if (siblings === undefined) childrenOf.set(node.parentId, [node]);
    else siblings.push(node);
  }
  return childrenOf;
}

/** A bullet has one text; where the file gives it a heading too, the heading is its first line. */
function bulletText({ title, text }: CsvNode): LocalText {
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
