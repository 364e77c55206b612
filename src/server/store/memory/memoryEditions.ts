import type { EditionTables } from '#server/store/editionTables.ts';
import { insert, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

export function memoryEditions(state: MemoryState, journal: Journal): EditionTables {
  const key = (...parts: readonly (string | number)[]): string => parts.join(' ');
  return {
    editions: async () => [...state.editions.values()].sort((a, b) => (a.id === b.id ? a.revision - b.revision : a.id < b.id ? -1 : 1)),
    edition: async (id, revision) => state.editions.get(key(id, revision)),
    async addEdition(edition, files) {
      insert(journal, state.editions, key(edition.id, edition.revision), edition);
      for (const file of files) {
        insert(journal, state.editionFiles, key(edition.id, edition.revision, file.chapter, file.language), file);
      }
    },
    editionFile: async (id, revision, chapter, language) => state.editionFiles.get(key(id, revision, chapter, language)),
  };
}
