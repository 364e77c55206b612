import type { Database } from '#client/storage/database/database.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import { reserveBytes } from '#client/storage/reserve.ts';
import type { BackUp } from './backUpLog.ts';
import { onlyHere } from './onlyHere.ts';
import type { SafetyReport } from './safetyReport.ts';

/** Counts what is where. `here` counts this person's picture of all scopes: own and colleagues' records. */
export async function makeSafetyReport(db: Database, replica: Replica, files: FileVault, backUp: BackUp | undefined): Promise<SafetyReport> {
  const waitingFiles = await files.waiting();
  const items = onlyHere(replica, backUp);
  let here = 0;
  for (const scope of replica.scopes().keys()) here += replica.state(scope).opIds.size;
  const estimate = await navigator.storage.estimate();
  const free = estimate.quota === undefined || estimate.usage === undefined ? undefined : estimate.quota - estimate.usage;
  const lastSync = await db.vault.get('last-sync');
  const copied = new Set(backUp?.files);
  return {
    here: Math.max(here, items.length),
    waiting: items.length,
    carried: items.filter(({ broughtBy }) => broughtBy !== undefined).length,
    items,
    onServer: Math.max(0, here - items.length),
    waitingFiles: waitingFiles.length,
    waitingFileBytes: waitingFiles.reduce((sum, file) => sum + file.sizeBytes, 0),
    uncopiedFiles: waitingFiles.filter(({ scope, sha256 }) => !copied.has(`${scope} ${sha256}`)).length,
    lastBackUpAtMs: backUp?.atMs,
    lastSyncAtMs: lastSync?.key === 'last-sync' ? lastSync.atMs : undefined,
    waitingSince: oldest(items.map(({ op }) => op.at)),
    held: replica.held().length,
    refused: replica.refused(),
    persisted: await navigator.storage.persisted(),
    usedBytes: estimate.usage,
    freeBytes: free,
    reserveBytes: await reserveBytes(db),
    installed: matchMedia('(display-mode: standalone)').matches,
  };
}

const oldest = (times: readonly string[]): string | undefined => times.reduce<string | undefined>((first, at) => (first === undefined || at < first ? at : first), undefined);
