import type { ListedPurge, PurgedList } from '#server/purge/purgedList.ts';

/** What lies beside the database, for tests that restore another database. */
export function memoryPurgedList(): PurgedList {
  const purges = new Map<string, ListedPurge>();
  return {
    read: () => [...purges.values()],
    append(more) {
      for (const { scope, id, at } of more) if (!purges.has(id)) purges.set(id, { scope, id, at });
    },
  };
}
