import { useCallback, useEffect, useState } from 'react';
import type { SafetyReport } from '#client/storage/safety/safetyReport.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';

/** What is where, looked at again after every write, every sync and on `refresh`. `undefined` until the first look. */
export function useSafetyReport(): { readonly report: SafetyReport | undefined; readonly refresh: () => Promise<void> } {
  const workspace = useWorkspace();
  const [report, setReport] = useState<SafetyReport>();
  const lastAnswerAtMs = useSyncStatus((status) => status.lastAnswerAtMs);
  const waitingFiles = useSyncStatus((status) => status.waitingFiles);
  const refresh = useCallback(async () => setReport(await workspace.safety()), [workspace]);
  useEffect(() => {
    void refresh();
    return workspace.subscribe(() => void refresh());
  }, [workspace, refresh, lastAnswerAtMs, waitingFiles]);
  return { report, refresh };
}
