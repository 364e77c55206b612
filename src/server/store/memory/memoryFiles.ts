import type { FileTables, StoredChunk } from '#server/store/fileTables.ts';
import { put, remove, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

export function memoryFiles(state: MemoryState, journal: Journal): FileTables {
  const key = (scope: string, sha256: string): string => `${scope} ${sha256}`;
  const chunksOf = (scope: string, sha256: string): ReadonlyMap<number, StoredChunk> => state.chunks.get(key(scope, sha256)) ?? new Map<number, StoredChunk>();
  return {
    file: async (scope, sha256) => state.files.get(key(scope, sha256)),
    async lockFile(scope, sha256, totalChunks) {
      const known = state.files.get(key(scope, sha256));
      if (known) return known;
      const fresh = { scope, sha256, totalChunks, verified: false };
      put(journal, state.files, key(scope, sha256), fresh);
      return fresh;
    },
    putFile: async (file) => put(journal, state.files, key(file.scope, file.sha256), file),
    chunks: async (scope, sha256) => chunksOf(scope, sha256),
    async putChunk(scope, sha256, index, chunk) {
      const after = new Map([...chunksOf(scope, sha256), [index, chunk] as const].sort(([a], [b]) => a - b));
      put(journal, state.chunks, key(scope, sha256), after);
    },
    dropChunks: async (scope, sha256) => remove(journal, state.chunks, key(scope, sha256)),
    async verifiedAfter(last, limit) {
      const start = last && key(last.scope, last.sha256);
      const names = [...state.files.keys()].filter((name) => start === undefined || name > start).sort();
      return names.flatMap((name) => state.files.get(name) ?? []).filter(({ verified }) => verified).slice(0, limit);
    },
    async dropUnverified() {
      for (const [name, { verified }] of state.files) {
        if (verified) continue;
        remove(journal, state.files, name);
        remove(journal, state.chunks, name);
      }
    },
    async progressOf(scope, sha256s) {
      const known = sha256s.flatMap((sha256) => state.files.get(key(scope, sha256)) ?? []);
      return new Map(known.map(({ sha256, verified }) => [sha256, { verified, chunks: [...chunksOf(scope, sha256).keys()] }]));
    },
    async addLink(scope, sha256, source) {
      put(journal, state.links, key(scope, sha256), new Set([...(state.links.get(key(scope, sha256)) ?? []), source]));
    },
    async dropFile(scope, sha256) {
      remove(journal, state.chunks, key(scope, sha256));
      remove(journal, state.files, key(scope, sha256));
      remove(journal, state.links, key(scope, sha256));
    },
    async linksTo(source, sha256) {
      return [...state.links].flatMap(([name, sources]) => (sources.has(source) && name.endsWith(` ${sha256}`) ? [name.slice(0, -sha256.length - 1)] : [])).sort();
    },
    linkedSources: async (scope, sha256) => [...(state.links.get(key(scope, sha256)) ?? [])].sort(),
  };
}
