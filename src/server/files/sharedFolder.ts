import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '#server/store/store.ts';

const MARK = '.cotejo';

/**
 * Whether this folder is the one that all instances of the database keep their files in: the first ever marks it. An instance whose shared
 * folder is not mounted would write into a place that no other sees.
 */
export async function isSharedFolder(store: Store, folder: string, installationId: string): Promise<boolean> {
  const path = join(folder, MARK);
  const mark = await readFile(path, 'utf8').catch(() => undefined);
  const isMarked = await store.transaction(async (tx) => {
    const before = await tx.meta.get('filesFolderMarked');
    if (before === undefined) await tx.meta.set('filesFolderMarked', 'yes');
    return before !== undefined;
  });
  if (isMarked || mark !== undefined) return mark?.trim() === installationId;
  await mkdir(folder, { recursive: true });
  await writeFile(path, `${installationId}\n`, { flush: true });
  return true;
}
