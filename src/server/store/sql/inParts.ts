/** Rows or ids in one statement: 200 rows of 15 columns stay far below the parameters that SQLite (32,766) and PostgreSQL (65,535) take. */
const ROWS_PER_STATEMENT = 200;

/** Runs a statement over parts of a long list, in order, and joins what they give. */
export async function inParts<T, R>(items: readonly T[], run: (part: readonly T[]) => Promise<readonly R[]>): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += ROWS_PER_STATEMENT) {
    results.push(...(await run(items.slice(at, at + ROWS_PER_STATEMENT))));
  }
  return results;
}
