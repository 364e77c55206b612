import type { AuditTable } from './auditTable.ts';
import type { EditionTables } from './editionTables.ts';
import type { FileTables } from './fileTables.ts';
import type { FormTable } from './formTable.ts';
import type { InvitationTable } from './invitationTable.ts';
import type { OpTables } from './opTables.ts';
import type { PeopleTables } from './peopleTables.ts';
import type { PurgeTable } from './purgeTable.ts';
import type { RecoveryTable } from './recoveryTable.ts';
import type { VisitKeyTable } from './visitKeyTable.ts';

/**
 * Where the server keeps everything but the bytes of files and its own keys. All reading and writing happens inside a
 * transaction: what throws leaves nothing behind. One contract suite holds every implementation to the same behaviour.
 */
export type Store = {
  /**
   * Runs `work` as if alone; commits durably before the promise resolves; rolls back when `work` throws. `work` may run several times
   * (PostgreSQL), so it changes nothing but what `tx` gives. As if alone: reads show one moment, and two transactions that write one row or
   * lock one scope follow each other; one that decides by what another writes must write or lock in common with it.
   * Throws `StoreUnavailable` when the database does not answer.
   */
  readonly transaction: <T>(work: (tx: StoreTransaction) => Promise<T>, options?: TransactionOptions) => Promise<T>;
  readonly close: () => Promise<void>;
  /**
   * Of a database that instances share, the word by which it tells itself from every other. Another one after a dump was restored into a new
   * database, a base back-up was rolled forward, or a standby took over.
   */
  readonly identity?: string;
};

export type TransactionOptions = {
  /** Names, such as scopes, whose transactions take turns instead of meeting in the database and failing there. Only a help: the row locks decide. */
  readonly queue?: readonly string[];
};

export type StoreTransaction = {
  readonly meta: MetaTable;
  readonly people: PeopleTables;
  readonly ops: OpTables;
  readonly editions: EditionTables;
  readonly files: FileTables;
  readonly audit: AuditTable;
  readonly forms: FormTable;
  readonly visitKeys: VisitKeyTable;
  readonly invitations: InvitationTable;
  readonly purges: PurgeTable;
  readonly recovery: RecoveryTable;
};

export type MetaName = 'epoch' | 'installationId' | 'bootNonce' | 'clusterIdentity' | 'keyFingerprint' | 'filesFolder' | 'recoveryKeys';

export type MetaTable = {
  readonly get: (name: MetaName) => Promise<string | undefined>;
  readonly set: (name: MetaName, value: string) => Promise<void>;
};
