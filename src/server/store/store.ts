import type { AuditTable } from './auditTable.ts';
import type { EditionTables } from './editionTables.ts';
import type { FileTables } from './fileTables.ts';
import type { OpTables } from './opTables.ts';
import type { PeopleTables } from './peopleTables.ts';
import type { VisitKeyTable } from './visitKeyTable.ts';

/**
 * Where the server keeps everything but the bytes of files and its own keys. All reading and writing happens inside a
 * transaction: what throws leaves nothing behind. One contract suite holds every implementation to the same behaviour.
 */
export type Store = {
  /** Runs `work` alone or as if alone; commits durably before the promise resolves; rolls back when `work` throws. */
  readonly transaction: <T>(work: (tx: StoreTransaction) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export type StoreTransaction = {
  readonly meta: MetaTable;
  readonly people: PeopleTables;
  readonly ops: OpTables;
  readonly editions: EditionTables;
  readonly files: FileTables;
  readonly audit: AuditTable;
  readonly visitKeys: VisitKeyTable;
};

export type MetaName = 'epoch' | 'installationId' | 'bootNonce';

export type MetaTable = {
  readonly get: (name: MetaName) => Promise<string | undefined>;
  readonly set: (name: MetaName, value: string) => Promise<void>;
};
