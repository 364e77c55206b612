import type { RefusalReason } from '#core/protocol/wire.ts';
import type { Op } from '#core/op/op.ts';

/** What is where. `here` = `waiting` + `onServer`, in records (ops). */
export type SafetyReport = {
  readonly here: number;
  readonly waiting: number;
  readonly onServer: number;
  readonly waitingFiles: number;
  readonly waitingFileBytes: number;
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
export type RefusedOp = { readonly op: Op; readonly reason: RefusalReason; readonly field: string | undefined; readonly refusedAtMs: number };
