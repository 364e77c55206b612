import type { RefusalReason } from '#core/protocol/wire.ts';
import type { Op } from '#core/op/op.ts';
import type { WaitingItem } from './onlyHere.ts';

/** What is where. `here` = `waiting` + `onServer`, in records (ops). */
export type SafetyReport = {
  readonly here: number;
  /** Own and carried. */
  readonly waiting: number;
  /** Of them, colleagues' work that came by file. */
  readonly carried: number;
  /** Each of them. */
  readonly items: readonly WaitingItem[];
  readonly onServer: number;
  readonly waitingFiles: number;
  readonly waitingFileBytes: number;
  /** Of the waiting files, those that the last back-up does not hold. */
  readonly uncopiedFiles: number;
  readonly lastBackUpAtMs: number | undefined;
  /** When the server last answered to its end, also before this unlock. */
  readonly lastSyncAtMs: number | undefined;
  /** When the oldest waiting record was made. */
  readonly waitingSince: string | undefined;
  /** Acknowledged but kept until the server's next build knows their fields. */
  readonly held: number;
  readonly refused: readonly RefusedOp[];
  /** Texts that are only in memory: the disk had no room for their drafts. Absent: none. */
  readonly draftsNotKept?: number;
  /** The browser promised not to clear this data by itself. */
  readonly persisted: boolean;
  readonly usedBytes: number | undefined;
  readonly freeBytes: number | undefined;
  /** Bytes of the reserve that are still untouched. */
  readonly reserveBytes: number;
  readonly installed: boolean;
};

/** What the server refused: kept whole and shown, never dropped. */
export type RefusedOp = { readonly op: Op; readonly reason: RefusalReason; readonly field: string | undefined; readonly refusedAtMs: number;
  /** The person may no longer read the scope: all else of it has left the tablet. */
  readonly scopeLost?: boolean;
};
