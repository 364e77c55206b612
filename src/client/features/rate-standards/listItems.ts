import type { LocalText, Standard } from '#core/manual/edition.ts';
import { byChapter, isDifferent, isRated, ownOrSettledResult, progressOf, type StandardOverview } from '#core/rating/visitOverview.ts';

export type ListFilter = 'all' | 'notReviewed' | 'different';
export const LIST_FILTERS: readonly ListFilter[] = ['all', 'notReviewed', 'different'];

export type ListItem =
  | { readonly kind: 'heading'; readonly key: string; readonly number: string; readonly title: LocalText; readonly done: number; readonly total: number }
  | { readonly kind: 'row'; readonly key: string; readonly row: StandardOverview };

export function passes(filter: ListFilter, row: StandardOverview): boolean {
  switch (filter) {
    case 'all': return true;
    case 'notReviewed': return isRated(row) && ownOrSettledResult(row) === 'not_reviewed';
    case 'different': return isDifferent(row);
  }
}

/**
 * The list by chapter, whose headings count the whole chapter whatever the filter shows. What a search found stands in
 * the search's own order, without headings: a number that somebody says aloud is found under every filter.
 */
export function listItems(rows: readonly StandardOverview[], filter: ListFilter, found: readonly Standard[] | undefined): readonly ListItem[] {
  if (found) {
    const byId = new Map(rows.map((row) => [row.place.standard.id, row]));
    return found.flatMap((standard) => rowItem(byId.get(standard.id)));
  }
  return byChapter(rows).flatMap(({ chapter, rows: inChapter }): readonly ListItem[] => {
    const shown = inChapter.filter((row) => passes(filter, row));
    if (shown.length === 0) return [];
    return [
      { kind: 'heading', key: `chapter ${chapter.id}`, number: chapter.number, title: chapter.title, ...progressOf(inChapter, ownOrSettledResult) },
      ...shown.flatMap(rowItem),
    ];
  });
}

const rowItem = (row: StandardOverview | undefined): readonly ListItem[] =>
  row ? [{ kind: 'row', key: row.place.standard.id, row }] : [];

/** Where *Next* goes: the next standard of the manual that is rated and passes the filter; none after the last. */
export function nextStandard(rows: readonly StandardOverview[], currentId: string, filter: ListFilter): Standard | undefined {
  const at = rows.findIndex((row) => row.place.standard.id === currentId);
  return rows.slice(at + 1).find((row) => isRated(row) && passes(filter, row))?.place.standard;
}
