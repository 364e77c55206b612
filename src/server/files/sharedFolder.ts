import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '#server/store/store.ts';

const MARK = '.cotejo';

/**
 * Whether this folder is the one that all instances of the database keep their files in: the first ever marks it, and the database keeps
 * the mark. An instance whose shared folder is not mounted would write into a place that no other sees.
 */
export async function isSharedFolder(store: Store, folder: string): Promise<boolean> {
  const path = join(folder, MARK);
  const known = await store.transaction((tx) => tx.meta.get('filesFolder'));
  if (known !== undefined) return (await markIn(path)) === known;
  await mkdir(folder, { recursive: true });
  await makeMark(path);
  const own = await markIn(path);
  if (own === undefined) return false;
  const first = await store.transaction(async (tx) => {
    const before = await tx.meta.get('filesFolder');
    if (before === undefined) await tx.meta.set('filesFolder', own);
    return before ?? own;
  });
  return first === own;
}

/** Of several instances that mark one folder at once, the first one's mark stays. */
async function makeMark(path: string): Promise<void> {
  try {
    await writeFile(path, `${randomUUID()}\n`, { flag: 'wx', flush: true });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
}

/** Another instance may have begun to write it and not ended yet. */
async function markIn(path: string): Promise<string | undefined> {
  for (let look = 0; look < 50; look++) {
    try {
      const text = await readFile(path, 'utf8');
      if (text.endsWith('\n')) return text.trim();
    } catch (error) {
      if (isCode(error, 'ENOENT')) return undefined;
      throw error;
    }
    await pause(20);
  }
  return undefined;
}

const isCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code;
