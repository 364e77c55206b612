import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { isUuid } from '#core/ids.ts';
import { isScopeId, type ScopeId } from '#core/op/scope.ts';

export type ListedPurge = { readonly scope: ScopeId; readonly id: string; readonly at: string };

/** Its name in the folder of the data. */
export const PURGED_LIST = 'purged.list';

/**
 * The ids of purged ops beside the database, kept apart from its back-ups: what was erased stays erased when an older database comes
 * back. A purge is decided the moment it stands here.
 */
export type PurgedList = {
  readonly read: () => readonly ListedPurge[];
  /** Durable when it returns. Those that are there already are not written again. */
  readonly append: (purges: readonly ListedPurge[]) => void;
};

/** One line a purge: `id scope at`. A line that a crash cut off was never decided: it is not read, and the next one begins anew. */
export function purgedListFile(path: string): PurgedList {
  const text = (): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  const read = (): readonly ListedPurge[] => text().split('\n').slice(0, -1).flatMap(purgeOf);
  return {
    read,
    append(purges) {
      const known = new Set(read().map(({ id }) => id));
      const fresh = purges.filter(({ id }) => !known.has(id));
      // An empty list too: where it is missing later, somebody has lost it.
      if (fresh.length === 0 && existsSync(path)) return;
      const before = text();
      const lines = fresh.map(({ id, scope, at }) => `${id} ${scope} ${at}\n`).join('');
      const file = openSync(path, 'a', 0o600);
      try {
        writeSync(file, before === '' || before.endsWith('\n') ? lines : `\n${lines}`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
  };
}

function purgeOf(line: string): readonly ListedPurge[] {
  const [id = '', scope = '', at = ''] = line.split(' ');
  return isUuid(id) && isScopeId(scope) && !Number.isNaN(Date.parse(at)) ? [{ id, scope, at }] : [];
}
