/** A row of the list: the same for the product and for the limit. */
export type ShownRow = { readonly id: string; readonly title: string; readonly at: string };

const FIRST_ROWS = 40;

/** Sorts, draws the first rows, and has the browser lay them out. */
export function showList(rows: readonly ShownRow[]): void {
  const place = document.getElementById('list');
  if (!place) throw new Error('index.html has no #list');
  const sorted = [...rows].sort((a, b) => (a.at < b.at ? 1 : -1));
  place.replaceChildren(...sorted.slice(0, FIRST_ROWS).map(({ title, at }) => {
    const row = document.createElement('p');
    row.textContent = `${at} ${title}`;
    return row;
  }));
  place.getBoundingClientRect();
}
