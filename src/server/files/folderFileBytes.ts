import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isScopeId } from '#core/op/scope.ts';
import type { FileBytes, FileName } from './fileBytes.ts';

/** One folder per file, one numbered piece per chunk; a piece appears whole or not at all. */
export function folderFileBytes(root: string): FileBytes {
  const folderOf = ({ scope, sha256 }: FileName): string => {
    if (!isScopeId(scope) || !/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not the name of a file');
    return join(root, scope.replace(':', '-'), sha256.slice(0, 2), sha256);
  };
  let written = 0;
  return {
    async write(file, index, bytes) {
      const folder = folderOf(file);
      await mkdir(folder, { recursive: true });
      const half = join(folder, `${index}.${process.pid}-${written++}.part`);
      const handle = await open(half, 'w');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(half, join(folder, String(index)));
    },
    async read(file, index) {
      try {
        return await readFile(join(folderOf(file), String(index)));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw error;
      }
    },
    drop: (file) => rm(folderOf(file), { recursive: true, force: true }),
  };
}
