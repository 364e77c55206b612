import { chainAfter, FIRST_CHAIN } from '#core/op/chain.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Segment } from './segment.ts';

/** Whether rows of one scope and epoch hold every op from the first to the cursor, each where its list says. */
export function holdsAll(rows: readonly Segment[], cursor: number): boolean {
  let seq = 0;
  for (const { pages, ops } of inOrder(rows)) {
    let listed = 0;
    for (const page of pages) {
      if (page.fromSeq !== seq || page.list.length !== page.toSeq - page.fromSeq) return false;
      listed += page.list.length;
      seq = page.toSeq;
    }
    if (ops.length !== listed) return false;
  }
  return seq === cursor;
}

/**
 * The chain of each scope as far as its cursor. A scope whose rows do not hold all that the cursor says has none: it is pulled anew.
 * `stored` is believed where the rows are whole; builds before it was stored have it computed once.
 */
export function chainsOf(
  segments: readonly Segment[], epoch: string, cursors: ReadonlyMap<ScopeId, number>, stored: ReadonlyMap<ScopeId, string>,
): ReadonlyMap<ScopeId, string> {
  const rows = new Map<ScopeId, Segment[]>();
  for (const segment of segments) {
    if (segment.pages[0]?.epoch !== epoch) continue;
    const known = rows.get(segment.scope);
    if (known) known.push(segment);
    else rows.set(segment.scope, [segment]);
  }
  const chains = new Map<ScopeId, string>();
  for (const [scope, cursor] of cursors) {
    const own = rows.get(scope) ?? [];
    if (holdsAll(own, cursor)) chains.set(scope, stored.get(scope) ?? chainOf(own));
  }
  return chains;
}

const chainOf = (rows: readonly Segment[]): string =>
  inOrder(rows).flatMap(({ pages }) => pages.flatMap(({ list }) => list.map(([, , h]) => h))).reduce(chainAfter, FIRST_CHAIN);

const inOrder = (rows: readonly Segment[]): readonly Segment[] => rows.toSorted((a, b) => (a.pages[0]?.fromSeq ?? 0) - (b.pages[0]?.fromSeq ?? 0));
