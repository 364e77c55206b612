import type { SyncStatus } from '#client/sync/syncStatus.ts';

const HOUR_MS = 3_600_000;
/** Work that exists only here for this long is worth a word; before that, no network is a fact and no alarm. */
const WORTH_SAYING_MS = 24 * HOUR_MS;

type Seen = Pick<SyncStatus, 'network' | 'waiting' | 'waitingFiles' | 'lastAnswerAtMs' | 'waitingSinceMs'>;

/** Whole hours since the server last answered, once there are over 24 and work is waiting; else nothing to say. */
export function hoursWithoutNetwork(status: Seen, nowMs: number): number | undefined {
  if (status.network !== 'unreachable' || status.waiting + status.waitingFiles === 0) return undefined;
  const sinceMs = status.lastAnswerAtMs ?? status.waitingSinceMs;
  if (sinceMs === undefined || nowMs - sinceMs < WORTH_SAYING_MS) return undefined;
  return Math.floor((nowMs - sinceMs) / HOUR_MS);
}

/** Work that exists only on this tablet for over a day. */
export const waitsOverADay = (status: Pick<SyncStatus, 'waiting' | 'waitingSinceMs'>, nowMs: number): boolean =>
  status.waiting > 0 && status.waitingSinceMs !== undefined && nowMs - status.waitingSinceMs >= WORTH_SAYING_MS;
