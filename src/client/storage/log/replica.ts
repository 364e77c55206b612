import type { Op } from '#core/op/op.ts';
import { OP_VERSION } from '#core/op/op.ts';
import type { IdSource } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { MAX_TEXT_CHARS } from '#core/op/fieldType.ts';
import { checkWrite, type WriteRefusal } from '#core/op/permission.ts';
import { restsOnUnproved } from '#core/op/restsOnUnproved.ts';
import { addOps, emptyScopeState, entityOf, removeOps, type ScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import { fitsOnePush } from '#core/protocol/fitsOnePush.ts';
import type { SyncAnswer } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import { changeOfDraft } from '#client/storage/drafts/changeOfDraft.ts';
import { changedImports, type ImportRow } from '#client/storage/imports/importRow.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import type { SealError, SealOptions } from '#client/storage/workspace.ts';
import { makeOps, type Author } from './makeOps.ts';
import { nothingBeside, type Beside } from './beside.ts';
import { clearAnswer } from './clearAnswer.ts';
import { provisionalScopes, type ScopeRoles } from './provisionalScopes.ts';
import { readAnswer, type BrokenPage } from './readAnswer.ts';
import type { LoadedLog, LogStore, OutboxEntry, Receipt } from './logStore.ts';
import { factsOf, type Segment, type SegmentFacts } from './segment.ts';
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
  /** The last purge of each scope, by its number, that was carried out here. */
  readonly purges: () => ReadonlyMap<ScopeId, number>;
  readonly isWaiting: (opId: string) => boolean;
  /** What came by file and does not stand in a page of the server yet. */
  readonly imports: () => readonly ImportRow[];
  /** The row that brought an op, while it is not in a page. */
  readonly broughtIn: (opId: string) => ImportRow | undefined;
  /** Ids of ops whose author could not be proved: nothing may be settled, handed over or decided on them. */
  readonly unproved: () => ReadonlySet<string>;
  /** Pages as they came, read from the disk: for a file that takes them along, and for a receipt. */
  readonly segments: (scopes: ReadonlySet<ScopeId>) => Promise<readonly Segment[]>;
  /**
   * Merges a file: what is not here yet, in one transaction, then in memory. Twice does nothing. `plan` is asked in turn, when no
   * other write is under way, and gives what is to be stored.
   */
  readonly bringIn: (plan: (here: Known) => Brought) => Promise<Result<Brought, StorageError | OtherWindow>>;
  /** What a file would be compared with now. */
  readonly known: () => Known;
  /** Ops that were unproved and whose author has become provable since. */
  readonly prove: (opIds: ReadonlySet<string>) => Promise<Result<void, StorageError | OtherWindow>>;
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

/** What a file is compared with. */
export type Known = {
  /** The op with this id: in the picture, or in the tray. */
  readonly find: (op: Op) => Op | undefined;
};

/** What a file adds. */
export type Brought = { readonly rows: readonly ImportRow[]; readonly refused: readonly RefusedOp[] };

/** Another window of the person has taken over: what this one knows of the disk may be old. */
export type OtherWindow = { readonly type: 'other-window' };

export type ReplicaDependencies = {
  readonly store: LogStore;
  readonly author: () => Author;
  readonly source: IdSource;
  /** Whether this window may write now. */
  readonly mayWrite: () => boolean;
  /** What goes with records that are purged, or with a scope that is lost. */
  readonly beside?: Beside;
};

/** `loaded`: what the store gave, where it was asked already. */
export async function openReplica(dependencies: ReplicaDependencies, loaded?: LoadedLog): Promise<Replica> {
  return replicaOf(loaded ?? (await dependencies.store.load()), dependencies);
}

function replicaOf(loaded: LoadedLog, { store, author, source, mayWrite, beside = nothingBeside }: ReplicaDependencies): Replica {
  let { counter, outbox, refused, held, epoch } = loaded;
  let cursors = loaded.cursors;
  let granted = loaded.scopes;
  /** The few entries that carry a command: roles are asked for at every seal, and the outbox may be long. */
  let commanding = outbox.filter(({ command }) => command);
  let scopes = provisionalScopes(granted, commanding, author().actor);
  let imports = loaded.imports ?? [];
  let purges = loaded.purges ?? new Map<ScopeId, number>();
  /** Scopes that the last answers did not list any more, and that still have something to be returned. */
  const losing = new Set<ScopeId>();
  let segments: readonly SegmentFacts[] = loaded.segments.map(factsOf);
  const tidier = tidierOf(store);
  let states = fold([...loaded.segments.flatMap((segment) => segment.ops), ...outbox.map((entry) => entry.op), ...held, ...imports.flatMap((row) => row.ops)]);
  let unproved = unprovedOf(imports);
  let rowByOp = rowsByOp(imports);
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
  const setImports = (rows: readonly ImportRow[]): void => {
    if (rows === imports) return;
    imports = rows;
    unproved = unprovedOf(rows);
    rowByOp = rowsByOp(rows);
  };
  const known = (): Known => {
    const tray = new Map(refused.map(({ op }) => [op.id, op]));
    return { find: (op) => tray.get(op.id) ?? findOp(stateOf(op.scope), op) };
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
    const { clear } = receipt;
    refused = [
      ...refused.filter(({ op }) => !receipt.leaveRefused?.includes(op.id)).map((item) => clear?.tray.find(({ op }) => op.id === item.op.id) ?? item), ...receipt.refused,
    ];
    purges = receipt.purges ?? purges;
    held = [...held.filter((op) => !leaveHeld.has(op.id)), ...receipt.held];
    setImports(changedImports(imports, receipt.imports ?? { put: [], leave: [] }));
    granted = receipt.scopes;
    states = extend(states, ops);
    if (gone.length > 0) states = without(states, gone);
    if (clear) {
      const rewritten = new Map(clear.rewritten.map((row) => [row.id, factsOf(row)]));
      segments = segments.filter(({ id }) => !clear.segments.includes(id)).map((row) => rewritten.get(row.id) ?? row);
      if (clear.scopes.size > 0) states = new Map([...states].filter(([scope]) => !clear.scopes.has(scope)));
      for (const scope of clear.scopes) losing.delete(scope);
      beside.forget(clear);
    }
    changed();
    return ok(undefined);
  };

  /** Makes the ops of one seal and stores them. What was typed in a scope that is lost is left to the server to judge. */
  const write = async (changes: readonly Change[], options: Pick<SealOptions, 'drafts' | 'command'>, judging: 'judged' | 'unjudged'): ReturnType<Replica['seal']> => {
    const made = makeOps(changes, author(), counter, stateOf, source);
    const seal = made.ops[0]?.n ?? 0;
    const entries = made.ops.map((op, index): OutboxEntry => ({
      op, seal, ...(index === 0 && options.command ? { command: options.command } : {}),
    }));
    const roles = provisionalScopes(granted, [...commanding, ...entries], author().actor);
    for (const op of judging === 'judged' ? made.ops : []) {
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
  };

  /**
   * Scopes that the server gave in this epoch and lists no longer: the person has lost them. One that a restored server does not list
   * may only be forgotten there, and one of a command that waits is not given yet.
   */
  const lostIn = (answer: SyncAnswer): ReadonlySet<ScopeId> => {
    if (answer.epoch !== epoch || answer.erase !== undefined) return new Set();
    const listed = new Set([...answer.scopes.map(({ scope }) => scope), ...provisionalScopes(new Map(), commanding, author().actor).keys()]);
    const given = [...granted.keys(), ...segments.filter((row) => row.epoch === epoch).map(({ scope }) => scope), ...losing];
    return new Set(given.filter((scope) => !listed.has(scope)));
  };
  /** What is half-typed in a scope that is lost becomes a record: the server returns it, and it stays in the tray. */
  const sealWhatIsTyped = async (lost: ReadonlySet<ScopeId>): Promise<void> => {
    const typed = beside.drafts().filter((draft) => lost.has(draft.scope) && draft.value !== '');
    if (typed.length === 0) return;
    await beside.settled();
    for (const draft of typed) {
      const sealed = await write([changeOfDraft(draft)], { drafts: [draft.key] }, 'unjudged');
      if (sealed.ok) beside.forget({ drafts: [draft.key], files: [] });
    }
  };

  return {
    state: stateOf,
    scopes: () => scopes,
    outbox: () => outbox,
    refused: () => refused,
    held: () => held,
    epoch: () => epoch,
    cursors: () => cursors,
    purges: () => purges,
    isWaiting: (opId) => waiting.has(opId),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    imports: () => imports,
    broughtIn: (opId) => rowByOp.get(opId),
    known,
    unproved: () => unproved,
    segments: (wanted) => inTurn(() => store.readSegments(segments.filter(({ scope }) => wanted.has(scope)).map(({ id }) => id))),
    settled: () => inTurn(async () => undefined),

    seal: (changes, options = {}) =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        if (changes.length === 0) return ok({ opIds: [] });
        if (changes.some((change) => restsOnUnproved(change, stateOf(change.scope), unproved))) return err({ type: 'not-proved' });
        return write(changes, options, 'judged');
      }),

    receive: (answer) =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        const lost = lostIn(answer);
        await sealWhatIsTyped(lost);
        const read = readAnswer(answer, { epoch, cursors, outbox, held, imports, ownOnServer }, source.nowMs());
        if (!read.ok) return read;
        for (const scope of lost) losing.add(scope);
        const cleared = await clearAnswer(answer, read.value, lost, store, { epoch, outbox, held, imports, refused, purges, states, segments, beside });
        return take(cleared.receipt, cleared.ops, cleared.gone);
      }),

    tidy: () =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        const tidied = await tidier.step({ segments, epoch, cursors });
        if (!tidied.ok) return tidied;
        segments = tidied.value.segments;
        return ok(tidied.value.done);
      }),

    bringIn: (plan) =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        const brought = plan(known());
        const stored = await store.bringIn(brought.rows, brought.refused);
        if (!stored.ok) return stored;
        setImports([...imports, ...brought.rows]);
        refused = [...refused, ...brought.refused];
        states = extend(states, brought.rows.flatMap((row) => row.ops));
        changed();
        return ok(brought);
      }),

    prove: (opIds) =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        const rows = imports.filter((row) => row.unproved.some((id) => opIds.has(id))).map((row) => ({ ...row, unproved: row.unproved.filter((id) => !opIds.has(id)) }));
        const stored = await store.bringIn(rows, []);
        if (!stored.ok) return stored;
        setImports(changedImports(imports, { put: rows, leave: [] }));
        changed();
        return ok(undefined);
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

const unprovedOf = (imports: readonly ImportRow[]): ReadonlySet<string> => new Set(imports.flatMap((row) => row.unproved));

const rowsByOp = (imports: readonly ImportRow[]): ReadonlyMap<string, ImportRow> => new Map(imports.flatMap((row) => row.ops.map((op) => [op.id, row] as const)));

/** An id that is known under another entity is found too: by its name alone it is another op. */
function findOp(state: ScopeState, op: Op): Op | undefined {
  if (!state.opIds.has(op.id)) return undefined;
  const sameId = (candidate: Op): boolean => candidate.id === op.id;
  return entityOf(state, op.entity, op.entityId)?.ops.find(sameId) ?? [...state.entities.values()].flatMap((entity) => entity.ops).find(sameId);
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
