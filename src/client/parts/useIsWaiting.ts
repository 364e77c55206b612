import { useSyncExternalStore } from 'react';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';

/** Whether any of these ops exists only here, and the server has not acknowledged it yet. */
export function useIsWaiting(opIds: readonly string[]): boolean {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, () => opIds.some(workspace.isWaiting));
}
