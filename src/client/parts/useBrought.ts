import { useSyncExternalStore } from 'react';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import type { Brought } from '#client/storage/workspace.ts';

/** How a record came here by file, while the server has not confirmed it; the least proved of its ops counts. */
export function useBrought(opIds: readonly string[]): Brought | undefined {
  const workspace = useWorkspace();
  const found = useSyncExternalStore(workspace.subscribe, () => {
    const all = opIds.flatMap((id) => workspace.broughtBy(id) ?? []);
    const one = all.find(({ proved }) => !proved) ?? all[0];
    return one && `${one.proved ? '+' : '-'}${one.userId}`;
  });
  return found === undefined ? undefined : { userId: found.slice(1), proved: found.startsWith('+') };
}
