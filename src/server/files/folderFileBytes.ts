import { access, constants, mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileBytes } from './fileBytes.ts';
import { FilesUnavailable } from './filesUnavailable.ts';
import { pieceKey } from './pieceKey.ts';

/** Pieces as files; one appears whole or not at all, and survives a power cut once it was written. */
export function folderFileBytes(root: string): FileBytes {
  return {
    async write(file, piece, bytes) {
      const path = join(root, pieceKey(file, piece));
      try {
        await writeWhole(path, bytes);
      } catch (error) {
        await rm(`${path}.part`, { force: true });
        if (isCode(error, NO_ROOM)) throw new FilesUnavailable('no room for files', { cause: error });
        throw error;
      }
    },
    async read(file, piece) {
      const path = join(root, pieceKey(file, piece));
      try {
        return await readFile(path);
      } catch (error) {
        if (isCode(error, MISSING)) return undefined;
        throw error;
      }
    },
    async check() {
      await mkdir(root, { recursive: true });
      await access(root, constants.R_OK | constants.W_OK);
    },
    async drop(file, pieces) {
      for (const path of pieces.map((piece) => join(root, pieceKey(file, piece)))) await rm(path, { force: true });
    },
  };
}

const MISSING = ['ENOENT'];
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'];

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await openIn(dirname(path), `${path}.part`);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${path}.part`, path);
  await syncFolder(dirname(path));
}

/** The folder is made only where it is missing: most pieces come to one that is there. */
async function openIn(folder: string, path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w');
  } catch (error) {
    if (!isCode(error, MISSING)) throw error;
    await mkdir(folder, { recursive: true });
    return open(path, 'w');
  }
}

/** A rename is durable when its folder is. Windows knows no such thing, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const isCode = (error: unknown, codes: readonly string[]): boolean => error instanceof Error && 'code' in error && codes.includes(String(error.code));
