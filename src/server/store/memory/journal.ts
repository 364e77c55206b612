/** What must be done, last first, to undo a transaction. */
export type Journal = { readonly undo: (() => void)[] };

export function rollBack(journal: Journal): void {
  while (journal.undo.length > 0) journal.undo.pop()?.();
}

export function put<K, V>(journal: Journal, table: Map<K, V>, key: K, value: V): void {
  const had = table.has(key);
  const before = table.get(key);
  table.set(key, value);
  journal.undo.push(() => {
    if (had && before !== undefined) table.set(key, before);
    else table.delete(key);
  });
}

export function remove<K, V>(journal: Journal, table: Map<K, V>, key: K): void {
  const before = table.get(key);
  if (before === undefined) return;
  table.delete(key);
  journal.undo.push(() => table.set(key, before));
}

export function append<V>(journal: Journal, list: V[], value: V): void {
  list.push(value);
  journal.undo.push(() => list.pop());
}

/** Like `INSERT` into a table with a primary key. */
export function insert<K, V>(journal: Journal, table: Map<K, V>, key: K, value: V): void {
  if (table.has(key)) throw new Error(`already there: ${String(key)}`);
  put(journal, table, key, value);
}
