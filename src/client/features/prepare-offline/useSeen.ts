import { useCallback, useEffect, useState } from 'react';
import { usePeople } from '#client/parts/usePeople.ts';
import { useSafetyReport } from '#client/parts/useSafetyReport.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { RESERVE_BYTES } from '#client/storage/reserve.ts';
import type { SafetyReport } from '#client/storage/safety/safetyReport.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { askServiceWorker, type ShellHealth } from './askServiceWorker.ts';
import type { Seen } from './readiness.ts';
import { workingCopies } from './workingCopies.ts';

export type Look = { readonly seen: Seen; readonly report: SafetyReport; readonly again: () => Promise<void> };

/** Looks at everything on this tablet that a visit needs. `undefined` while looking for the first time. */
export function useSeen(world: VisitWorld): Look | undefined {
  const { me, nowMs, files, formsHash } = useWorkspace();
  const { report, refresh } = useSafetyReport();
  const people = usePeople();
  const lastAnswerAtMs = useSyncStatus((status) => status.lastAnswerAtMs);
  const [shell, setShell] = useState<ShellHealth>();
  const look = useCallback(async () => setShell(await askServiceWorker()), []);
  useEffect(() => {
    void look();
    // A first installation may still be under way: looked at again when it has ended.
    void navigator.serviceWorker?.ready.then(look);
  }, [look]);
  if (!report || !shell || world.manual.kind === 'opening') return undefined;
  const listed = me.editions.find(({ id, revision }) => id === world.card.edition && revision === world.card.revision);
  const { team } = world.card;
  const photos = workingCopies(world);
  return {
    report,
    again: async () => {
      await Promise.all([look(), refresh()]);
    },
    seen: {
      shell, lastAnswerAtMs, waiting: report.waiting, photos: photos.length, photosMissing: photos.filter(({ scope, sha256 }) => files.uploadOf(scope, sha256) === undefined).length, freeBytes: report.freeBytes, hasReserve: report.reserveBytes >= RESERVE_BYTES,
      persisted: report.persisted, installed: report.installed, team: team.length, teamKnown: team.filter((id) => people.has(id)).length, nowMs: nowMs(),
      forms: me.formsHash === undefined ? 'none' : formsHash() === '' ? 'missing' : formsHash() === me.formsHash ? 'here' : 'older',
      manual: world.manual.kind === 'ready' ? { standards: world.manual.index.standards.length, expected: listed?.standards } : undefined,
    },
  };
}
