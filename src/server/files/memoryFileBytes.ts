import type { FileBytes, FileName } from './fileBytes.ts';

/** For tests and for the simulation. */
export function memoryFileBytes(): FileBytes {
  const pieces = new Map<string, Uint8Array>();
  const key = ({ scope, sha256 }: FileName, piece: string): string => `${scope} ${sha256} ${piece}`;
  return {
    async write(file, piece, bytes) { pieces.set(key(file, piece), Uint8Array.from(bytes)); },
    read: async (file, piece) => pieces.get(key(file, piece)),
    async drop(file, dropped) { for (const piece of dropped) pieces.delete(key(file, piece)); },
  };
}
