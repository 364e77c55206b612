import { checkIds, comparableId } from './checkIds.ts';
import type { ManualNode, NodeDraft } from './manualNodes.ts';
import type { NodeKind } from './manualReading.ts';
import type { ProblemList } from './problemList.ts';

/** How the file calls its columns, for what is reported. */
export type PlaceColumns = { readonly id: string; readonly parent: string; readonly number: string };

/**
 * Gives every row its id, its kind and its parent. What the file tells counts; what it does not tell comes from the printed
 * numbers: `1.2.9` stands in `1.2`, a row whose number is no number (`a`, `(1)`) is a bullet of the standard above it, and `a.1`
 * a bullet of its `a`. A parent may also be named by its printed number, where only one row has that.
 */
export function placeByNumber(drafts: readonly NodeDraft[], columns: PlaceColumns, problems: ProblemList): readonly ManualNode[] {
  const depth = Math.max(0, ...drafts.map(({ label }) => componentsOf(label)?.length ?? 0));
  const kinds = drafts.map((draft) => draft.kind ?? kindByNumber(draft, depth));
  const ids = idsOf(drafts, kinds);
  checkIds(drafts.map(({ row }, i) => ({ id: ids[i] ?? '', kind: kinds[i] ?? 'standard', row, column: columns.id })), problems);

  const known = new Set(ids);
  const byLabel = groupByLabel(drafts, ids);
  const above = newAbove();
  return drafts.map(({ parent, kind: _kind, ...draft }, i): ManualNode => {
    const [id, kind] = [ids[i] ?? '', kinds[i] ?? 'standard'];
    const parentId = parent === undefined ? above.parentOf(draft.label, kind) : namedParent(parent, draft, known, byLabel, columns, problems);
    above.note(id, draft.label, kind);
    return { ...draft, id, kind, parentId };
  });
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

/** An id that no column tells is the printed number; a bullet's is that of its standard and its own letter. */
function idsOf(drafts: readonly NodeDraft[], kinds: readonly NodeKind[]): readonly string[] {
  let standard = '';
  return drafts.map(({ id, label }, i) => {
    const own = id === '' ? comparableId(label) : id;
    if (kinds[i] === 'bullet') return id === '' && !own.startsWith(`${standard}.`) ? `${standard}.${bareLetter(own)}` : own;
    if (kinds[i] === 'standard') standard = own;
    return own;
  });
}

/** `(a)` and `a)` as `a`. */
const bareLetter = (label: string): string => label.replace(/^[([]+|[)\].:]+$/g, '');

function groupByLabel(drafts: readonly NodeDraft[], ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const byLabel = new Map<string, string[]>();
  for (const [i, { label }] of drafts.entries()) byLabel.set(comparableId(label), [...(byLabel.get(comparableId(label)) ?? []), ids[i] ?? '']);
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
  let standard: { readonly id: string; readonly bullets: Map<string, string> } | undefined;
  return {
    parentOf(label: string, kind: NodeKind): string {
      if (kind === 'chapter') return '';
      if (kind === 'bullet') {
        const parts = bareLetter(label).split('.');
        for (let length = parts.length - 1; length > 0; length--) {
          const bullet = standard?.bullets.get(parts.slice(0, length).join('.'));
          if (bullet !== undefined) return bullet;
        }
        return standard?.id ?? '';
      }
      const parts = label.replace(/\.$/, '').split('.');
      for (let length = parts.length - 1; length > 0; length--) {
        const parent = numbered.get(parts.slice(0, length).join('.'));
        if (parent !== undefined) return parent;
      }
      return '';
    },
    note(id: string, label: string, kind: NodeKind): void {
      if (kind === 'bullet') {
        standard?.bullets.set(bareLetter(label), id);
        return;
      }
      numbered.set(label.replace(/\.$/, ''), id);
      if (kind === 'standard') standard = { id, bullets: new Map() };
    },
  };
}
