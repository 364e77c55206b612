import type { Database } from '#client/storage/database/database.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import { reserveBytes } from '#client/storage/reserve.ts';
import type { SafetyReport } from './safetyReport.ts';

/** Counts what is where. `here` counts this person's picture of all scopes: own and colleagues' records. */
export async function makeSafetyReport(db: Database, replica: Replica, files: FileVault): Promise<SafetyReport> {
  const waitingFiles = await files.waiting();
  const outbox = replica.outbox();
  let onServer = 0;
  for (const scope of replica.scopes().keys()) onServer += replica.state(scope).opIds.size;
  onServer -= outbox.length;
  const estimate = await navigator.storage.estimate();
  const free = estimate.quota === undefined || estimate.usage === undefined ? undefined : estimate.quota - estimate.usage;
  return {
    here: onServer + outbox.length,
    waiting: outbox.length,
    onServer,
    waitingFiles: waitingFiles.length,
    waitingFileBytes: waitingFiles.reduce((sum, file) => sum + file.sizeBytes, 0),
    waitingSince: outbox[0]?.op.at,
    held: replica.held().length,
    refused: replica.refused(),
    persisted: await navigator.storage.persisted(),
    usedBytes: estimate.usage,
    freeBytes: free,
    reserveBytes: await reserveBytes(db),
    installed: matchMedia('(display-mode: standalone)').matches,
  };
}
