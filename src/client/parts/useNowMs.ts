import { useEffect, useState } from 'react';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';

/** The time, ms since 1970, looked at again every minute: for "since", "day 2 of 3" and the like. */
export function useNowMs(everyMs = 60_000): number {
  const workspace = useWorkspace();
  const [nowMs, setNowMs] = useState(workspace.nowMs);
  useEffect(() => {
    const timer = window.setInterval(() => setNowMs(workspace.nowMs()), everyMs);
    return () => window.clearInterval(timer);
  }, [workspace, everyMs]);
  return nowMs;
}
