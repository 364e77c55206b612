import type { FileBytes } from './fileBytes.ts';
import { pieceKey } from './pieceKey.ts';

/** For tests and for the simulation. */
export function memoryFileBytes(): FileBytes {
  const pieces = new Map<string, Uint8Array>();
  return {
    async write(file, piece, bytes) { pieces.set(pieceKey(file, piece), Uint8Array.from(bytes)); },
    check: async () => undefined,
    read: async (file, piece) => pieces.get(pieceKey(file, piece)),
    async drop(file, dropped) { for (const piece of dropped) pieces.delete(pieceKey(file, piece)); },
  };
}
