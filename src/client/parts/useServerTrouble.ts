import { useRef } from 'react';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { hasServerTrouble } from './serverTrouble.ts';

/** As the last round left it: while the next one runs nothing is known yet, and the word must not flicker. */
export function useServerTrouble(): boolean {
  const status = useSyncStatus();
  const last = useRef(false);
  if (status.phase === 'idle') last.current = hasServerTrouble(status);
  return last.current;
}
