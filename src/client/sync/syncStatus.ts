import { create } from 'zustand';

/** What everybody may see about sync. Written by the sync engine only. */
export type SyncStatus = {
  readonly phase: 'idle' | 'syncing';
  readonly network: 'unknown' | 'reached' | 'unreachable';
  /** The server wants the password again: nothing is sent until the next unlock. */
  readonly signedOut: boolean;
  /** Ops that exist only on this tablet. */
  readonly waiting: number;
  readonly waitingFiles: number;
  /** When the server last answered, ms since 1970. */
  readonly lastAnswerAtMs: number | undefined;
  /** When the oldest op that is still waiting was sealed, ms. */
  readonly waitingSinceMs: number | undefined;
  readonly refused: number;
  /** Why the last round did not come to its end: the type of the failure, `crashed: …` for a bug; nothing where there is just no network. */
  readonly failure: string | undefined;
};

export const initialSyncStatus: SyncStatus = {
  phase: 'idle', network: 'unknown', signedOut: false, waiting: 0, waitingFiles: 0, lastAnswerAtMs: undefined,
  waitingSinceMs: undefined, refused: 0, failure: undefined,
};

export const useSyncStatus = create<SyncStatus>(() => initialSyncStatus);
