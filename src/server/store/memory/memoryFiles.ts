import type { FileTables } from '#server/store/fileTables.ts';
import { put, remove, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

export function memoryFiles(state: MemoryState, journal: Journal): FileTables {
  const key = (scope: string, sha256: string): string => `${scope} ${sha256}`;
  return {
    file: async (scope, sha256) => state.files.get(key(scope, sha256)),
    putFile: async (file) => put(journal, state.files, key(file.scope, file.sha256), file),
    chunks: async (scope, sha256) => state.chunks.get(key(scope, sha256)) ?? new Map<number, number>(),
    async putChunk(scope, sha256, index, sizeBytes) {
      const before = state.chunks.get(key(scope, sha256)) ?? new Map<number, number>();
      const after = new Map([...before, [index, sizeBytes] as const].sort(([a], [b]) => a - b));
      put(journal, state.chunks, key(scope, sha256), after);
    },
    dropChunks: async (scope, sha256) => remove(journal, state.chunks, key(scope, sha256)),
    async addLink(scope, sha256, source) {
      put(journal, state.links, key(scope, sha256), new Set([...(state.links.get(key(scope, sha256)) ?? []), source]));
    },
    linkedSources: async (scope, sha256) => [...(state.links.get(key(scope, sha256)) ?? [])].sort(),
  };
}
