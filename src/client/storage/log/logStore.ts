import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Command, KeptCommand, ScopeHome } from '#core/protocol/wire.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { Result } from '#core/result.ts';
import type { ImportRow } from '#client/storage/imports/importRow.ts';
import type { Clearing } from './clearing.ts';
import type { ScopeRoles } from './provisionalScopes.ts';
import type { Segment } from './segment.ts';

/** An own op that the server has not acknowledged. */
export type OutboxEntry = {
  readonly op: Op;
  /** Ops of one seal carry the number of its first: a push never splits them. */
  readonly seal: number;
  /** On the first op of a seal: must reach the server together with it. */
  readonly command?: Command;
};

export type Counter = {
  /** The device's last `n`. */
  readonly n: number;
  readonly lamport: number;
};

export type LoadedLog = {
  readonly counter: Counter;
  readonly epoch: string;
  readonly cursors: ReadonlyMap<ScopeId, number>;
  readonly outbox: readonly OutboxEntry[];
  readonly segments: readonly Segment[];
  readonly refused: readonly RefusedOp[];
  readonly held: readonly Op[];
  /** The last purge of each scope, by its number, that was carried out here. Absent: none. */
  readonly purges?: ReadonlyMap<ScopeId, number>;
  /** Absent: none. */
  readonly imports?: readonly ImportRow[];
  /** Roles by scope, as last heard from the server. */
  readonly scopes: ScopeRoles;
  /** Roles in scopes that a restored server does not list (any more, or yet): they stay until it does. Absent: none. */
  readonly lapsed?: ScopeRoles;
  /** The chain of each scope at its cursor, by what was received. */
  readonly chains?: ReadonlyMap<ScopeId, string>;
  /** Where each scope belongs, in the server's own word. */
  readonly homes?: ReadonlyMap<ScopeId, ScopeHome>;
  /** Every command that was ever given here, oldest first. */
  readonly commands?: readonly KeptCommand[];
  /** Whether they were sent again in this epoch. Absent: there was no need. */
  readonly repeated?: boolean;
};

/** What one answer of the server changes; all of it or nothing. */
export type Receipt = {
  readonly epoch: string;
  readonly segments: readonly Segment[];
  /** All of them: another epoch forgets the old ones. The cursor of a scope is saved with the ops that it covers. */
  readonly cursors: ReadonlyMap<ScopeId, number>;
  /** Counters of outbox entries that the server has, in whatever way. */
  readonly leaveOutbox: readonly number[];
  /** Own ops that a server restored from a back-up may have lost: they are sent again. */
  readonly backToOutbox: readonly OutboxEntry[];
  readonly refused: readonly RefusedOp[];
  /** Ids of ops in the tray that were delivered after all. */
  readonly leaveRefused?: readonly string[];
  readonly held: readonly Op[];
  /** Ids of held ops that have been delivered since, or go back to the outbox. */
  readonly leaveHeld: readonly string[];
  /** Of what came by file: rows of which less is left, and ids of those of which nothing is. */
  readonly imports?: { readonly put: readonly ImportRow[]; readonly leave: readonly string[] };
  readonly scopes: ScopeRoles;
  /** All of them. Absent: as they were. */
  readonly purges?: ReadonlyMap<ScopeId, number>;
  /** What was purged, and scopes that were lost. */
  readonly clear?: Clearing;
  readonly lapsed?: ScopeRoles;
  /** All of them. */
  readonly chains?: ReadonlyMap<ScopeId, string>;
  /** All of them, where one is new. */
  readonly homes?: ReadonlyMap<ScopeId, ScopeHome> | undefined;
  /** The kept commands were sent in this epoch. */
  readonly repeated?: boolean;
  /** A scope that was pulled from the beginning: its rows go in the transaction that brings the new ones. */
  readonly anew?: { readonly scope: ScopeId; readonly cursor: number; readonly rows: readonly string[] };
};

/** The op log of one device. Every write is a single transaction that is durable when it resolves. */
export type LogStore = {
  readonly load: () => Promise<LoadedLog>;
  /** Keeps commands for ever. `counter` is the new one; fails whole when the stored one is not `entries.length` before it. */
  readonly append: (entries: readonly OutboxEntry[], counter: Counter, removeDrafts: readonly string[]) => Promise<Result<void, StorageError>>;
  readonly receive: (receipt: Receipt) => Promise<Result<void, StorageError>>;
  /** Rows by id, in the order asked for. */
  readonly readSegments: (ids: readonly string[]) => Promise<readonly Segment[]>;
  /** Puts rows in the place of others. Throws, and changes nothing, where one of those is no longer there. */
  readonly replaceSegments: (gone: readonly string[], by: readonly Segment[]) => Promise<Result<void, StorageError>>;
  /** Adds or replaces what came by file, and what its author's server had refused. */
  readonly bringIn: (rows: readonly ImportRow[], refused: readonly RefusedOp[]) => Promise<Result<void, StorageError>>;
};
