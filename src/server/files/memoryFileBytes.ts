import type { FileBytes, FileName } from './fileBytes.ts';

/** For tests and for the simulation. */
export function memoryFileBytes(): FileBytes {
  const files = new Map<string, Map<number, Uint8Array>>();
  const key = ({ scope, sha256 }: FileName): string => `${scope} ${sha256}`;
  return {
    async write(file, index, bytes) {
      const chunks = files.get(key(file)) ?? new Map<number, Uint8Array>();
      files.set(key(file), chunks.set(index, Uint8Array.from(bytes)));
    },
    read: async (file, index) => files.get(key(file))?.get(index),
    async drop(file) { files.delete(key(file)); },
  };
}
