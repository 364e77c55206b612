import type { SegmentFacts } from './segment.ts';

/** Characters of one row, about: what is read, encrypted and written at once stays under 2 MB. */
const FULL = 1_500_000;
/** Rows of a scope that are not full. Up to here nothing is joined. */
const SMALL_ROWS = 8;
/** An older row is written anew only for a third of its own size: so what many small pulls bring is rewritten a few times, not at each. */
const AT_LEAST_A = 3;

/**
 * The rows to join next, oldest first, all of one scope and epoch, each following the one before it; nothing where the rows are few
 * enough. Asked again until there is nothing left to join.
 */
export function planJoin(segments: readonly SegmentFacts[]): readonly SegmentFacts[] | undefined {
  const runs = new Map<string, SegmentFacts[]>();
  for (const one of segments) {
    const key = `${one.scope} ${one.epoch}`;
    const run = runs.get(key);
    if (run) run.push(one);
    else runs.set(key, [one]);
  }
  for (const run of runs.values()) {
    if (run.filter(({ weight }) => weight < FULL / 2).length <= SMALL_ROWS) continue;
    const group = groupIn(run.sort((a, b) => a.fromSeq - b.fromSeq));
    if (group) return group;
  }
  return undefined;
}

/** The youngest rows that may become one. */
function groupIn(rows: readonly SegmentFacts[]): readonly SegmentFacts[] | undefined {
  for (let end = rows.length; end > 1; end--) {
    let weight = rows[end - 1]?.weight ?? 0;
    let from = end - 1;
    while (from > 0) {
      const older = rows[from - 1];
      if (!older || older.toSeq !== rows[from]?.fromSeq || older.weight + weight > FULL || older.weight > weight * AT_LEAST_A) break;
      weight += older.weight;
      from -= 1;
    }
    if (end - from > 1) return rows.slice(from, end);
  }
  return undefined;
}
