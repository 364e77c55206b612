import type { ScopeId } from '#core/op/scope.ts';
import type { BatchProof, RefusalReason } from '#core/protocol/wire.ts';

export type StoredScope = {
  readonly id: ScopeId;
  /** The agency that it belongs to, for ever: a visit cannot be claimed for another one. */
  readonly agency: string;
  readonly createdBy: string;
  /** The last `seq` given, 0 at first. */
  readonly seq: number;
  /** SHA-256(previous chain ‖ h) of the last op; 64 zeros at first. */
  readonly chain: string;
};

/** Pushed by its author, carried from a file, or carried back after a restore. */
export const OP_ROUTES = ['push', 'bundle', 'restore'] as const;
export type OpRoute = (typeof OP_ROUTES)[number];

export type StoredOp = {
  readonly scope: ScopeId;
  readonly seq: number;
  readonly id: string;
  readonly h: string;
  readonly entity: string;
  readonly entityId: string;
  readonly actor: string;
  readonly device: string;
  readonly n: number;
  /** Canonical JSON of the op as pages send it (`packForPull`). Text, never a JSON column: its bytes are kept. */
  readonly body: string;
  readonly batch: string;
  readonly receivedAt: string;
  /** The user whose session brought it. */
  readonly receivedFrom: string;
  readonly via: OpRoute;
  readonly chain: string;
};

/** Well-formed, of a newer build: kept, not delivered. */
export type HeldOp = Omit<StoredOp, 'seq' | 'chain'>;

export type StoredBatch = {
  readonly id: string;
  readonly proof: BatchProof;
  /** Every scope that its ops are in: who may not read all of them is not shown its list of hashes. */
  readonly scopes: readonly string[];
};

export type QuarantinedOp = {
  readonly id: string;
  readonly h: string;
  /** Canonical JSON of the op as it came, with what its batch said of it. */
  readonly body: string;
  readonly reason: RefusalReason;
  readonly field: string;
  readonly receivedAt: string;
  readonly receivedFrom: string;
};

/** Two ops with one counter of one device: a cloned tablet. Nothing is dropped for it. */
export type CounterAlarm = { readonly device: string; readonly n: number; readonly firstId: string; readonly otherId: string; readonly at: string };

export type KnownOp = { readonly id: string; readonly h: string; readonly held: boolean };

export type OpTables = {
  /** Locks these scopes until the transaction ends and gives those that exist. Ask in order of id. */
  readonly lockScopes: (ids: readonly string[]) => Promise<ReadonlyMap<string, StoredScope>>;
  readonly scopeById: (id: string) => Promise<StoredScope | undefined>;
  readonly scopes: () => Promise<readonly StoredScope[]>;
  readonly scopesByIds: (ids: readonly string[]) => Promise<ReadonlyMap<string, StoredScope>>;
  readonly addScope: (scope: StoredScope) => Promise<void>;
  readonly moveHead: (scope: ScopeId, seq: number, chain: string) => Promise<void>;

  /** Delivered or held ops with these ids, in whatever scope. */
  readonly knownOps: (ids: readonly string[]) => Promise<ReadonlyMap<string, KnownOp>>;
  /** Per counter, the id of the first op, delivered or held, that a device used it for. */
  readonly idsByCounter: (device: string, counters: readonly number[]) => Promise<ReadonlyMap<number, string>>;
  readonly appendOps: (ops: readonly StoredOp[]) => Promise<void>;
  /** In order of `seq`, at most `limit`. */
  readonly opsAfter: (scope: ScopeId, seq: number, limit: number) => Promise<readonly StoredOp[]>;
  readonly opsOfEntity: (scope: ScopeId, entity: string) => Promise<readonly StoredOp[]>;
  /** Delivered and held ops with these ids. */
  readonly bodiesOf: (ids: readonly string[]) => Promise<readonly { readonly id: string; readonly scope: ScopeId; readonly body: string }[]>;
  /** Of delivered and held ops. What is written once is never changed but by a purge. */
  readonly replaceBodies: (bodies: readonly { readonly id: string; readonly body: string }[]) => Promise<void>;
  readonly actorsIn: (scopes: readonly string[]) => Promise<readonly string[]>;

  /** A batch that is known already stays as it came first. */
  readonly addBatch: (batch: StoredBatch) => Promise<void>;
  readonly batchesByIds: (ids: readonly string[]) => Promise<readonly StoredBatch[]>;

  readonly holdOps: (ops: readonly HeldOp[]) => Promise<void>;
  readonly heldOps: () => Promise<readonly HeldOp[]>;
  readonly releaseHeld: (id: string) => Promise<void>;

  /** The same op refused again for the same reason is one row. */
  readonly quarantine: (ops: readonly QuarantinedOp[]) => Promise<void>;
  /** Of the row with the same id, hash and reason. */
  readonly replaceQuarantined: (op: QuarantinedOp) => Promise<void>;
  readonly quarantined: () => Promise<readonly QuarantinedOp[]>;
  /** One op with one hash: a row for each reason for which it was refused. */
  readonly quarantinedOp: (id: string, h: string) => Promise<readonly QuarantinedOp[]>;
  readonly leaveQuarantine: (id: string, h: string) => Promise<void>;
  /** The last ones that came, newest first, and how many there are. */
  readonly latestQuarantined: (limit: number) => Promise<{ readonly ops: readonly QuarantinedOp[]; readonly count: number }>;
  readonly addAlarms: (alarms: readonly CounterAlarm[]) => Promise<void>;
  readonly alarms: () => Promise<readonly CounterAlarm[]>;
};
