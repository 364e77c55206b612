import { checkIds, comparableId } from './checkIds.ts';
import type { ManualNode, NodeDraft } from './manualNodes.ts';
import type { NodeKind } from './manualReading.ts';
import type { ProblemList } from './problemList.ts';

/** How the file calls its columns, for what is reported. */
export type PlaceColumns = { readonly id: string; readonly parent: string; readonly number: string };

/**
 * Gives every row its id, its kind and its parent. What the file tells counts; what it does not tell comes from the printed
 * numbers and the order: `1.2.9` stands in `1.2`, an article in the chapter above it, a row whose number is no number (`a`, `(1)`) is
 * a bullet of the standard above it, `a.1` a bullet of its `a`, and `(1)` after `(a)` a bullet of that. A parent may also be named
 * by its printed number, where only one row has that.
 */
export function placeByNumber(drafts: readonly NodeDraft[], columns: PlaceColumns, problems: ProblemList): readonly ManualNode[] {
  const depth = Math.max(0, ...drafts.map(({ label }) => componentsOf(label)?.length ?? 0));
  const above = newAbove();
  const placed = drafts.map((draft) => {
    const kind = draft.kind ?? kindByNumber(draft, depth);
    const parentId = draft.parent === undefined ? above.parentOf(draft.label, kind) : undefined;
    const own = draft.id === '' ? comparableId(draft.label) : draft.id;
    const id = draft.id === '' && kind === 'bullet' && parentId !== undefined ? above.bulletId(own, parentId) : own;
    above.note(id, draft.label, kind);
    return { draft, kind, id, parentId };
  });
  checkIds(placed.map(({ id, kind, draft: { row } }) => ({ id, kind, row, column: columns.id })), problems);

  const ids = new Set(placed.map(({ id }) => id));
  const byLabel = groupByLabel(placed);
  return placed.map(({ draft: { parent, ...draft }, kind, id, parentId }): ManualNode => ({
    ...draft, id, kind, parentId: parentId ?? namedParent(parent ?? '', draft, ids, byLabel, columns, problems),
  }));
}

/** The parts of a number that is digits and dots; `undefined` for any other label. */
function componentsOf(label: string): readonly string[] | undefined {
  const parts = label.replace(/\.$/, '').split('.');
  return parts.every((part) => /^\d+$/.test(part)) ? parts : undefined;
}

function kindByNumber({ label, parent }: NodeDraft, deepest: number): NodeKind {
  const parts = componentsOf(label);
  if (parts === undefined) return parent === '' ? 'chapter' : 'bullet';
  if (parts.length === 1 && deepest > 1) return 'chapter';
  return parts.length === deepest ? 'standard' : 'section';
}

/** `(a)` and `a)` as `a`. */
const bareLetter = (label: string): string => label.replace(/^[([]+|[)\].:]+$/g, '');

function groupByLabel(placed: readonly { readonly id: string; readonly draft: NodeDraft }[]): ReadonlyMap<string, readonly string[]> {
  const byLabel = new Map<string, string[]>();
  for (const { id, draft } of placed) {
    const label = comparableId(draft.label);
    byLabel.set(label, [...(byLabel.get(label) ?? []), id]);
  }
  return byLabel;
}

function namedParent(
  parent: string, { row }: { readonly row: number }, ids: ReadonlySet<string>, byLabel: ReadonlyMap<string, readonly string[]>, columns: PlaceColumns, problems: ProblemList,
): string {
  if (parent === '' || ids.has(parent)) return parent;
  const labelled = byLabel.get(parent) ?? [];
  if (labelled.length > 1) {
    problems.error('ambiguous-parent', row, columns.parent, `"${parent}" is the number of ${labelled.length} rows; name the parent by its id.`, { value: parent, count: labelled.length });
  }
  // What no row has is reported as an orphan when the tree is checked.
  return labelled[0] ?? parent;
}

/** Remembers what stands above the next row. */
function newAbove() {
  const numbered = new Map<string, string>();
  let [chapter, section, standard] = ['', '', ''];
  let bullets = newBullets();
  return {
    parentOf(label: string, kind: NodeKind): string {
      if (kind === 'chapter') return '';
      if (kind === 'bullet') return bullets.parentOf(bareLetter(label)) ?? standard;
      const parts = componentsOf(label);
      // Words as numbers (`Artículo 4`) stand in order; figures say themselves where they stand.
      if (parts === undefined) return kind === 'section' || section === '' ? chapter : section;
      for (let length = parts.length - 1; length > 0; length--) {
        const parent = numbered.get(parts.slice(0, length).join('.'));
        if (parent !== undefined) return parent;
      }
      return '';
    },
    /** A label with dots says its whole way below the standard, or below the manual: `b.1`, `1.2.9.b`. */
    bulletId(label: string, parentId: string): string {
      if (label.startsWith(`${standard}.`)) return label;
      return `${label.includes('.') ? standard : parentId}.${bareLetter(label)}`;
    },
    note(id: string, label: string, kind: NodeKind): void {
      if (kind === 'bullet') return bullets.note(bareLetter(label), id);
      numbered.set(label.replace(/\.$/, ''), id);
      if (kind === 'chapter') [chapter, section] = [id, ''];
      else if (kind === 'section') section = id;
      else [standard, bullets] = [id, newBullets()];
    },
  };
}

/** The bullets of one standard so far, outermost style first: `I`, then its `a`, then its `1`. */
function newBullets() {
  const byLabel = new Map<string, string>();
  let open: readonly { readonly style: string; readonly label: string; readonly id: string }[] = [];
  const levelOf = (label: string): number => {
    const style = styleOf(label, open.findLast((one) => one.style === 'letter')?.label);
    const level = open.findIndex((one) => one.style === style);
    return level < 0 ? open.length : level;
  };
  return {
    parentOf(label: string): string | undefined {
      const parts = label.split('.');
      for (let length = parts.length - 1; length > 0; length--) {
        const bullet = byLabel.get(parts.slice(0, length).join('.'));
        if (bullet !== undefined) return bullet;
      }
      return open[levelOf(label) - 1]?.id;
    },
    note(label: string, id: string): void {
      byLabel.set(label, id);
      // `a.1` says itself where it stands: it opens no style.
      if (label.includes('.')) return;
      const style = styleOf(label, open.findLast((one) => one.style === 'letter')?.label);
      open = [...open.slice(0, levelOf(label)), { style, label, id }];
    },
  };
}

/** `i` is a letter after `h`, and a Roman number elsewhere. */
function styleOf(label: string, lastLetter: string | undefined): 'digit' | 'roman' | 'letter' | 'other' {
  if (/^\d+$/.test(label)) return 'digit';
  const follows = lastLetter !== undefined && label.length === 1 && label.toLowerCase().charCodeAt(0) === lastLetter.toLowerCase().charCodeAt(0) + 1;
  if (/^[ivxlcdm]+$/i.test(label) && !follows && !/^[cdlm]$/i.test(label)) return 'roman';
  return /^\p{L}$/u.test(label) ? 'letter' : 'other';
}
