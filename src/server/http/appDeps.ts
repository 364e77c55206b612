import type { Gate } from '#server/auth/gate.ts';
import type { ServerKeys } from '#server/auth/serverKeys.ts';
import type { FileBytes } from '#server/files/fileBytes.ts';
import type { CountChunk } from '#server/files/receiveChunk.ts';
import type { LiveStreams } from '#server/live/liveStreams.ts';
import type { Pokes } from '#server/live/pokes.ts';
import type { PurgedList } from '#server/purge/purgedList.ts';
import type { Limits } from './limits.ts';
import type { Store } from '#server/store/store.ts';

/** Everything that routes need from outside. */
export type AppDeps = {
  readonly store: Store;
  readonly fileBytes: FileBytes;
  readonly purgedList: PurgedList;
  readonly keys: ServerKeys;
  /** How the instances on one database tell each other what is new. */
  readonly pokes: Pokes;
  readonly nowMs: () => number;
  readonly randomBytes: (count: number) => Uint8Array;
};

/** What `createApp` adds and shares among routes. */
export type RouteDeps = AppDeps & {
  readonly gate: Gate;
  readonly nobodysHash: string;
  readonly countChunk: CountChunk;
  readonly live: LiveStreams;
  readonly limits: Limits;
};
