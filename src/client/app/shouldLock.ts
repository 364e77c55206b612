import { TICKET_LIVES_MS } from '#client/storage/keys/resumeTicket.ts';

type Idle = {
  readonly nowMs: number;
  readonly lastActMs: number;
  readonly idleMinutes: number;
  /** A camera or a file picker is open since then: waited for as long as its resume ticket lives. */
  readonly pickerOpenSinceMs: number | undefined;
};

/** Whether nobody has touched the tablet for long enough. A clock that was set back locks, too. */
export function shouldLock({ nowMs, lastActMs, idleMinutes, pickerOpenSinceMs }: Idle): boolean {
  if (pickerOpenSinceMs !== undefined && nowMs >= pickerOpenSinceMs && nowMs - pickerOpenSinceMs < TICKET_LIVES_MS) return false;
  return nowMs < lastActMs || nowMs - lastActMs >= idleMinutes * 60_000;
}
