import type { Op } from '#core/op/op.ts';
import { OP_VERSION } from '#core/op/op.ts';
import type { IdSource } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { checkWrite } from '#core/op/permission.ts';
import { restsOnUnproved } from '#core/op/restsOnUnproved.ts';
import { emptyScopeState, type ScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import { fitsOnePush } from '#core/protocol/fitsOnePush.ts';
import type { Carried, KeptCommand, ScopeHome, SyncAnswer } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import { changeOfDraft } from '#client/storage/drafts/changeOfDraft.ts';
import { changedImports, rowsByOp, unprovedOf, type ImportRow } from '#client/storage/imports/importRow.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import type { SealError, SealOptions } from '#client/storage/workspace.ts';
import { lastPageOf, pageNotIn, type Piece } from './carriedPieces.ts';
import { carrierOf } from './carrier.ts';
import { chainsOf } from './holdsAll.ts';
import { keptCommands } from './keptCommands.ts';
import { makeOps, type Author } from './makeOps.ts';
import { nothingBeside, type Beside } from './beside.ts';
import { outsideOf } from './outsideOf.ts';
import { clearAnswer } from './clearAnswer.ts';
import { provisionalScopes, type ScopeRoles } from './provisionalScopes.ts';
import { readAnswer, type BrokenPage, type Here } from './readAnswer.ts';
import type { LoadedLog, LogStore, OutboxEntry, Receipt } from './logStore.ts';
import { sealErrorOf } from './sealErrorOf.ts';
import { factsOf, type Segment, type SegmentFacts } from './segment.ts';
import { extendStates, findOp, foldOps, withoutOps } from './states.ts';
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
  /** What may be pushed now: all of the outbox but what is written in a scope that lapsed, and what was written together with it. */
  readonly toSend: () => readonly OutboxEntry[];
  /** Takes one answer of the server in: on disk first, in one transaction, then in memory. `repeated`: what `toRepeat` gave was asked with it. */
  readonly receive: (answer: SyncAnswer, asked?: { readonly repeated: boolean }) => Promise<Result<void, StorageError | BrokenPage | OtherWindow>>;
  /** After a restore: the commands that were ever given here and where scopes belong, until an answer confirms them. */
  readonly toRepeat: () => { readonly kept: readonly KeptCommand[]; readonly homes: readonly ScopeHome[] } | undefined;
  /** What is here of others and the server may not have: what came by file, and what a restored server has forgotten. Small pieces, each offered once an hour. */
  readonly carried: () => Promise<readonly Piece[]>;
  readonly noteOffered: (pieces: readonly Piece[]) => void;
  /** Scopes of which the last full answer said that the server has something else than this tablet. */
  readonly differing: () => readonly ScopeId[];
  /**
   * Takes a scope in that was pulled from its beginning, in the place of what is here of it. Where the server lacks something that it once
   * gave, nothing is taken, and the page that proves it is given back.
   */
  readonly takeAnew: (scope: ScopeId, answer: SyncAnswer) => Promise<Result<{ readonly forgotten: Carried | undefined }, StorageError | BrokenPage | OtherWindow>>;
  /** The last page of a scope, without its ops: proves to the server what it once gave. */
  readonly lastPage: (scope: ScopeId) => Promise<Carried | undefined>;
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
  /** Ops of a newer version than this are kept as they are and not read; absent: this build's. */
  readonly knownVersion?: number;
};

/** `loaded`: what the store gave, where it was asked already. */
export async function openReplica(dependencies: ReplicaDependencies, loaded?: LoadedLog): Promise<Replica> {
  return replicaOf(loaded ?? (await dependencies.store.load()), dependencies);
}

function replicaOf(loaded: LoadedLog, { store, author, source, mayWrite, beside = nothingBeside, knownVersion = OP_VERSION }: ReplicaDependencies): Replica {
  let { counter, outbox, refused, held, epoch } = loaded;
  let cursors = loaded.cursors;
  let granted = loaded.scopes;
  let lapsed: ScopeRoles = loaded.lapsed ?? new Map();
  let chains = chainsOf(loaded.segments, loaded.epoch, loaded.cursors, loaded.chains ?? new Map());
  let homes = loaded.homes ?? new Map<ScopeId, ScopeHome>();
  let commands = loaded.commands ?? [];
  let repeated = loaded.repeated ?? true;
  let differing: readonly ScopeId[] = [];
  const carrier = carrierOf(store, source);
  const inForce = (): ScopeRoles => (lapsed.size === 0 ? granted : new Map([...granted, ...lapsed]));
  /** The few entries that carry a command: roles are asked for at every seal, and the outbox may be long. */
  let commanding = outbox.filter(({ command }) => command);
  let scopes = provisionalScopes(inForce(), commanding, author().actor);
  let imports = loaded.imports ?? [];
  let purges = loaded.purges ?? new Map<ScopeId, number>();
  /** Scopes that the last answers did not list any more, and that still have something to be returned. */
  const losing = new Set<ScopeId>();
  let segments: readonly SegmentFacts[] = loaded.segments.map(factsOf);
  const tidier = tidierOf(store);
  /** An op of a newer version may mean anything: it waits on the disk for a build that knows it. */
  const understood = (ops: readonly Op[]): readonly Op[] => (ops.every(({ v }) => v <= knownVersion) ? ops : ops.filter(({ v }) => v <= knownVersion));
  let states = foldOps(understood([...loaded.segments.flatMap((segment) => segment.ops), ...outbox.map((entry) => entry.op), ...held, ...imports.flatMap((row) => row.ops)]));
  let unproved = unprovedOf(imports);
  let rowByOp = rowsByOp(imports);
  let waiting = new Set(outbox.map((entry) => entry.op.id));
  let queue: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  const stateOf = (scope: ScopeId): ScopeState => states.get(scope) ?? emptyScopeState;
  const changed = (): void => {
    scopes = provisionalScopes(inForce(), commanding, author().actor, scopes);
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
  const here = (): Here => ({ epoch, cursors, outbox, held, imports, refused, scopes: granted, lapsed, chains, homes, ownOnServer });
  const known = (): Known => {
    const tray = new Map(refused.map(({ op }) => [op.id, op]));
    return { find: (op) => tray.get(op.id) ?? findOp(stateOf(op.scope), op) };
  };
  /** On disk first, in one transaction, then in memory. */
  const take = async (receipt: Receipt, ops: readonly Op[], gone: readonly Op[]): Promise<Result<void, StorageError>> => {
    const stored = await store.receive(receipt);
    if (!stored.ok) return stored;
    const fresh = receipt.segments.map(factsOf);
    segments = [...segments.filter(({ id }) => !receipt.anew?.rows.includes(id) && !fresh.some((row) => row.id === id)), ...fresh];
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
    lapsed = receipt.lapsed ?? lapsed;
    chains = receipt.chains ?? chains;
    homes = receipt.homes ?? homes;
    repeated = receipt.repeated ?? repeated;
    states = extendStates(states, understood(ops));
    if (gone.length > 0) states = withoutOps(states, gone);
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
    const roles = provisionalScopes(inForce(), [...commanding, ...entries], author().actor);
    for (const op of judging === 'judged' ? made.ops : []) {
      const verdict = checkWrite(op, roles.get(op.scope) ?? new Set<GrantRole>(), OP_VERSION);
      if (!verdict.ok) return err(sealErrorOf(verdict.error, op));
    }
    if (!fitsOnePush(made.ops, options.command)) return err({ type: 'not-allowed', reason: 'malformed' });
    const stored = await append(entries, made.counter, options.drafts ?? []);
    if (!stored.ok) return stored;
    counter = made.counter;
    commands = [...commands, ...keptCommands(entries)];
    outbox = [...outbox, ...entries];
    for (const entry of entries) {
      waiting.add(entry.op.id);
      if (entry.command) commanding = [...commanding, entry];
    }
    states = extendStates(states, made.ops);
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

    receive: (answer, asked = { repeated: false }) =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        const lost = lostIn(answer);
        await sealWhatIsTyped(lost);
        const read = readAnswer(answer, here(), source.nowMs());
        if (!read.ok) return read;
        for (const scope of lost) losing.add(scope);
        const cleared = await clearAnswer(answer, read.value, lost, store, { epoch, outbox, held, imports, refused, purges, states, segments, beside });
        const isRestored = epoch !== '' && answer.epoch !== epoch;
        const taken = await take({ ...cleared.receipt, repeated: isRestored ? false : repeated || asked.repeated }, cleared.ops, cleared.gone);
        if (taken.ok) differing = read.value.differing;
        return taken;
      }),

    toSend: () => outsideOf(lapsed, outbox),

    toRepeat: () => {
      if (repeated) return undefined;
      const given = new Set(commanding.map(({ op }) => op.id));
      return { kept: commands.filter(({ op }) => !given.has(op)), homes: [...homes.values()] };
    },

    carried: () => inTurn(() => carrier.pieces({ imports, segments, epoch }, (op) => waiting.has(op.id) && !lapsed.has(op.scope))),
    noteOffered: carrier.noteOffered,
    differing: () => differing,

    takeAnew: (scope, answer) =>
      inTurn(async () => {
        if (!mayWrite()) return err({ type: 'other-window' });
        const rows = segments.filter((row) => row.scope === scope && row.epoch === epoch);
        const allBut = <T>(map: ReadonlyMap<ScopeId, T>): ReadonlyMap<ScopeId, T> => new Map([...map].filter(([one]) => one !== scope));
        const read = readAnswer(answer, { ...here(), cursors: allBut(cursors), chains: allBut(chains) }, source.nowMs());
        if (!read.ok) return read;
        if (read.value.differing.includes(scope)) return err({ type: 'broken-page', scope, problem: 'hole' });
        const now = new Set(read.value.ops.map(({ id }) => id));
        const forgotten = await pageNotIn(store, rows, now);
        if (forgotten) return ok({ forgotten });
        const anew = { scope, cursor: cursors.get(scope) ?? 0, rows: rows.map(({ id }) => id) };
        const taken = await take({ ...read.value.receipt, repeated, anew }, read.value.ops, read.value.gone);
        if (!taken.ok) return taken;
        differing = differing.filter((one) => one !== scope);
        return ok({ forgotten: undefined });
      }),

    lastPage: (scope) => inTurn(() => lastPageOf(store, segments, scope, epoch)),

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
        states = extendStates(states, understood(brought.rows.flatMap((row) => row.ops)));
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
          epoch, cursors, segments: [], leaveOutbox: aside.map(({ op }) => op.n), backToOutbox: [], held: [], leaveHeld: [], scopes: granted, lapsed, chains, repeated,
          refused: aside.map(({ op }) => ({ op, reason: 'malformed', field: undefined, refusedAtMs: source.nowMs() })),
        }, [], aside.map(({ op }) => op));
      }),
  };
}
