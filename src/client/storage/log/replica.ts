import type { Op } from '#core/op/op.ts';
import { OP_VERSION } from '#core/op/op.ts';
import type { IdSource } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { MAX_TEXT_CHARS } from '#core/op/fieldType.ts';
import { checkWrite, type WriteRefusal } from '#core/op/permission.ts';
import { addOps, emptyScopeState, removeOps, type ScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import { fitsOnePush } from '#core/protocol/fitsOnePush.ts';
import type { SyncAnswer } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import type { SealError, SealOptions } from '#client/storage/workspace.ts';
import { makeOps, type Author } from './makeOps.ts';
import { provisionalScopes, type ScopeRoles } from './provisionalScopes.ts';
import { readAnswer, type BrokenPage } from './readAnswer.ts';
import type { LoadedLog, LogStore, OutboxEntry, Receipt } from './logStore.ts';
import { factsOf, type SegmentFacts } from './segment.ts';
import { tidierOf } from './tidyLog.ts';

/** One device's copy: the log on disk, its state in memory, and the only two ways in which either changes. */
export type Replica = {
  readonly state: (scope: ScopeId) => ScopeState;
  readonly scopes: () => ScopeRoles;
  readonly subscribe: (listener: () => void) => () => void;
  readonly outbox: () => readonly OutboxEntry[];
  readonly refused: () => readonly RefusedOp[];
  readonly held: () => readonly Op[];
  readonly epoch: () => string;
  readonly cursors: () => ReadonlyMap<ScopeId, number>;
  readonly isWaiting: (opId: string) => boolean;
  /** All-or-nothing, durable when it resolves. Seals are written one after the other in the order of the calls. */
  readonly seal: (changes: readonly Change[], options?: Pick<SealOptions, 'drafts' | 'command'>) => Promise<Result<{ readonly opIds: readonly string[] }, SealError>>;
  /** Takes one answer of the server in: on disk first, in one transaction, then in memory. */
  readonly receive: (answer: SyncAnswer) => Promise<Result<void, StorageError | BrokenPage | OtherWindow>>;
  /** Puts own ops that no push can carry into the tray, so that they do not stand in the way of the others. */
  readonly setAside: (seal: number) => Promise<Result<void, StorageError | OtherWindow>>;
  /**
   * One step of housekeeping: small rows of the log become one, and what an earlier epoch left goes once the server has it all again.
   * Gives whether nothing is left to do. For idle moments: a step may take some tens of milliseconds.
   */
  readonly tidy: () => Promise<Result<boolean, StorageError | OtherWindow>>;
  /** Resolves when every write that was asked for so far has ended. */
  readonly settled: () => Promise<void>;
};

/** Another window of the person has taken over: what this one knows of the disk may be old. */
export type OtherWindow = { readonly type: 'other-window' };

export type ReplicaDependencies = {
  readonly store: LogStore;
  readonly author: () => Author;
  readonly source: IdSource;
  /** Whether this window may write now. */
  readonly mayWrite: () => boolean;
};

export async function openReplica(dependencies: ReplicaDependencies): Promise<Replica> {
  return replicaOf(await dependencies.store.load(), dependencies);
}

function replicaOf(loaded: LoadedLog, { store, author, source, mayWrite }: ReplicaDependencies): Replica {
  let { counter, outbox, refused, held, epoch } = loaded;
  let cursors = loaded.cursors;
  let granted = loaded.scopes;
  /** The few entries that carry a command: roles are asked for at every seal, and the outbox may be long. */
  let commanding = outbox.filter(({ command }) => command);
  let scopes = provisionalScopes(granted, commanding, author().actor);
  let segments: readonly SegmentFacts[] = loaded.segments.map(factsOf);
  const tidier = tidierOf(store);
  let states = fold([...loaded.segments.flatMap((segment) => segment.ops), ...outbox.map((entry) => entry.op), ...held]);
  let waiting = new Set(outbox.map((entry) => entry.op.id));
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  const stateOf = (scope: ScopeId): ScopeState => states.get(scope) ?? emptyScopeState;
  const changed = (): void => {
    scopes = provisionalScopes(granted, commanding, author().actor, scopes);
    for (const listener of listeners) listener();
  };
  /** One write at a time: the counter is contiguous, and encryption awaits between taking a number and storing it. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn;
    return turn;
  };

  const append: LogStore['append'] = async (...args) => {
    try {
      return await store.append(...args);
    } catch (cause) {
      // The right to write was lost between the question and the transaction: the counter on the disk is another window's.
      if (!mayWrite()) return err({ type: 'storage-lost' });
      throw cause;
    }
  };
  const ownOnServer = (): readonly Op[] => {
    const { device } = author();
    const mine = [...states.values()].flatMap((state) => [...state.entities.values()].flatMap((entity) => entity.ops.filter((op) => op.device === device)));
    return mine.filter((op) => !waiting.has(op.id)).sort((a, b) => a.n - b.n);
  };
  /** On disk first, in one transaction, then in memory. */
  const take = async (receipt: Receipt, ops: readonly Op[], gone: readonly Op[]): Promise<Result<void, StorageError>> => {
    const stored = await store.receive(receipt);
    if (!stored.ok) return stored;
    const fresh = receipt.segments.map(factsOf);
    segments = [...segments.filter(({ id }) => !fresh.some((row) => row.id === id)), ...fresh];
    const leaves = new Set(receipt.leaveOutbox);
    const leaveHeld = new Set(receipt.leaveHeld);
    outbox = [...outbox, ...receipt.backToOutbox].filter((entry) => !leaves.has(entry.op.n)).sort((a, b) => a.op.n - b.op.n);
    waiting = new Set(outbox.map((entry) => entry.op.id));
    commanding = outbox.filter(({ command }) => command);
    epoch = receipt.epoch;
    cursors = receipt.cursors;
    refused = [...refused, ...receipt.refused];
    held = [...held.filter((op) => !leaveHeld.has(op.id)), ...receipt.held];
    granted = receipt.scopes;
    states = extend(states, ops);
    if (gone.length > 0) states = without(states, gone);
    changed();
    return ok(undefined);
  };

  return {
    state: stateOf,
    scopes: () => scopes,
    outbox: () => outbox,
    refused: () => refused,
    held: () => held,
    epoch: () => epoch,
    cursors: () => cursors,
    isWaiting: (opId) => waiting.has(opId),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () => inTurn(async () => undefined),

    seal: (changes, options = {}) =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        if (changes.length === 0) return ok({ opIds: [] });
        const made = makeOps(changes, author(), counter, stateOf, source);
        const seal = made.ops[0]?.n ?? 0;
        const entries = made.ops.map((op, index): OutboxEntry => ({
          op, seal, ...(index === 0 && options.command ? { command: options.command } : {}),
        }));
        const roles = provisionalScopes(granted, [...commanding, ...entries], author().actor);
        for (const op of made.ops) {
          const verdict = checkWrite(op, roles.get(op.scope) ?? new Set<GrantRole>(), OP_VERSION);
          if (!verdict.ok) return err(sealErrorOf(verdict.error, op));
        }
        if (!fitsOnePush(made.ops, options.command)) return err({ type: 'not-allowed', reason: 'malformed' });
        const stored = await append(entries, made.counter, options.drafts ?? []);
        if (!stored.ok) return stored;
        counter = made.counter;
        outbox = [...outbox, ...entries];
        for (const entry of entries) {
          waiting.add(entry.op.id);
          if (entry.command) commanding = [...commanding, entry];
        }
        states = extend(states, made.ops);
        changed();
        return ok({ opIds: made.ops.map((op) => op.id) });
      }),

    receive: (answer) =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        const read = readAnswer(answer, { epoch, cursors, outbox, held, ownOnServer }, source.nowMs());
        return read.ok ? take(read.value.receipt, read.value.ops, read.value.gone) : read;
      }),

    tidy: () =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        const tidied = await tidier.step({ segments, epoch, cursors });
        if (!tidied.ok) return tidied;
        segments = tidied.value.segments;
        return ok(tidied.value.done);
      }),

    setAside: (seal) =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        const aside = outbox.filter((entry) => entry.seal === seal);
        return take({
          epoch, cursors, segments: [], leaveOutbox: aside.map(({ op }) => op.n), backToOutbox: [], held: [], leaveHeld: [], scopes: granted,
          refused: aside.map(({ op }) => ({ op, reason: 'malformed', field: undefined, refusedAtMs: source.nowMs() })),
        }, [], aside.map(({ op }) => op));
      }),
  };
}

/** A text that is too long is the person's to mend; every other refusal is a matter of rights. */
function sealErrorOf(refusal: WriteRefusal, op: Op): SealError {
  if (refusal.type === 'invalid-value') {
    const value = op.set[refusal.field];
    if (typeof value === 'string' && value.length > MAX_TEXT_CHARS) return { type: 'too-long', field: refusal.field };
  }
  return { type: 'not-allowed', reason: refusal.type };
}

type States = ReadonlyMap<ScopeId, ScopeState>;

const fold = (ops: readonly Op[]): States => extend(new Map(), ops);

function extend(states: States, ops: readonly Op[]): States {
  const next = new Map(states);
  for (const [scope, list] of byScope(ops)) next.set(scope, addOps(next.get(scope) ?? emptyScopeState, list));
  return next;
}

/** Ops that the server refused are in the tray, and those that were purged nowhere: neither in the picture that everybody else will see. */
function without(states: States, ops: readonly Op[]): States {
  const next = new Map(states);
  for (const [scope, list] of byScope(ops)) next.set(scope, removeOps(next.get(scope) ?? emptyScopeState, list));
  return next;
}

function byScope(ops: readonly Op[]): ReadonlyMap<ScopeId, readonly Op[]> {
  const found = new Map<ScopeId, Op[]>();
  for (const op of ops) {
    const list = found.get(op.scope);
    if (list) list.push(op);
    else found.set(op.scope, [op]);
  }
  return found;
}
