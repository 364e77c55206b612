import { hexOf } from '#core/bytes.ts';
import { newUuid } from '#core/ids.ts';
import type { Form } from '#core/form/form.ts';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import type { Change } from '#core/op/change.ts';
import { OP_VERSION, sealOp, type Op } from '#core/op/op.ts';
import { checkWrite } from '#core/op/permission.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { addOps, emptyScopeState, entityOf, headIds, type ScopeState } from '#core/op/scopeState.ts';
import { GRANT_ROLES, type GrantRole, type Person } from '#core/people/role.ts';
import { err, ok, type Result } from '#core/result.ts';
import { CHUNK_BYTES, type Command, type Me } from '#core/protocol/wire.ts';
import type { Draft } from '#client/storage/drafts/draftStore.ts';
import type { BackUp } from '#client/storage/safety/backUpLog.ts';
import type { WaitingItem } from '#client/storage/safety/onlyHere.ts';
import type { SafetyReport } from '#client/storage/safety/safetyReport.ts';
import { receiptOf, type Confirmation } from '#core/visit/receipt.ts';
import type { HandOver } from '#client/storage/bundle/bundleOrder.ts';
import type { Brought, Sealed, SealError, SealOptions, Workspace } from '#client/storage/workspace.ts';

/** A team and a manager who exist in tests only. */
export const MARTA: Person = { id: '018f0000-0000-7000-8000-00000000000a', name: 'Marta Ibáñez', code: 'MI', role: 'team_leader' };
export const DALE: Person = { id: '018f0000-0000-7000-8000-00000000000b', name: 'Dale Whitaker', code: 'DW', role: 'technical_advisor' };
export const LUCIA: Person = { id: '018f0000-0000-7000-8000-00000000000c', name: 'Lucía Armenta', code: 'LA', role: 'accreditation_manager' };

export type FakeWorkspaceOptions = {
  /** Who looks at the screen; by default Marta, a team leader. */
  readonly me?: Person | Me;
  /** Ops that are already on the tablet. */
  readonly ops?: readonly Op[];
  /** The same with less ink: written by somebody, in order, through the real merge. */
  readonly written?: readonly { readonly by: string; readonly changes: readonly Change[] }[];
  /** By default: every scope that an op names, with the role of `me`. */
  readonly scopes?: ReadonlyMap<ScopeId, ReadonlySet<GrantRole>>;
  readonly manual?: ManualIndex;
  readonly forms?: readonly Form[];
  readonly handOver?: Partial<HandOver>;
  /** What the server confirmed, by op id. */
  readonly confirmed?: ReadonlyMap<string, Confirmation>;
  /** Records that only this tablet has. */
  readonly items?: readonly WaitingItem[];
  /** Ops that came by file. */
  readonly brought?: ReadonlyMap<string, Brought>;
};

export type FakeWorkspace = Workspace & {
  /** Every op that the screen sealed, in order. */
  readonly sealed: readonly Op[];
  readonly commands: readonly Command[];
  readonly draftsByKey: ReadonlyMap<string, Draft>;
  /** Ops of somebody else arrive. */
  readonly arrive: (by: string, changes: readonly Change[]) => readonly Op[];
  readonly failNextSeal: (error: SealError) => void;
  /** Back-ups that were noted as saved or shared. */
  readonly backUps: readonly BackUp[];
  readonly report: (part: Partial<SafetyReport>) => void;
};

/** 2026-11-22 10:00 in Hermosillo; a second later with every op. */
const START_MS = Date.parse('2026-11-22T17:00:00Z');

/** A tablet in memory: the real merge and the real permission check, no disk. */
export function makeFakeWorkspace(options: FakeWorkspaceOptions): FakeWorkspace {
  const me = asMe(options.me ?? MARTA);
  const states = new Map<ScopeId, ScopeState>();
  const listeners = new Set<() => void>();
  const drafts = new Map<string, Draft>();
  const files = new Map<string, Uint8Array>();
  const unsent = new Set<string>();
  const sealed: Op[] = [];
  const backUps: BackUp[] = [];
  const commands: Command[] = [];
  let scopes = new Map(options.scopes);
  let nextError: SealError | undefined;
  let safety = { ...emptyReport, items: options.items ?? [] };
  let ticks = 0;
  let random = 0;
  const nowMs = (): number => START_MS + ticks * 1000;
  const randomBytes = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => (random++ * 37 + 11) % 256);
  const newId = (): string => newUuid({ nowMs, randomBytes });
  const state = (scope: ScopeId): ScopeState => states.get(scope) ?? emptyScopeState;
  const allow = (scope: ScopeId): void => {
    if (options.scopes === undefined && !scopes.has(scope)) scopes = new Map([...scopes, [scope, new Set(GRANT_ROLES.filter((role) => role === me.person.role))]]);
  };
  const take = (ops: readonly Op[]): void => {
    for (const op of ops) {
      states.set(op.scope, addOps(state(op.scope), [op]));
      allow(op.scope);
    }
    for (const listener of listeners) listener();
  };
  const opFrom = (change: Change, actor: string): Op => {
    ticks += 1;
    const id = newId();
    const entityId = change.entityId ?? id;
    const entity = entityOf(state(change.scope), change.entity, entityId);
    const base = Object.fromEntries(Object.keys(change.set).map((field) => [field, change.base?.[field] ?? headIds(entity, field)]));
    return sealOp({
      id, v: OP_VERSION, scope: change.scope, entity: change.entity, entityId, set: change.set, base,
      ...(change.saw === undefined ? {} : { saw: change.saw }),
      actor, device: me.installationId, n: ticks, lamport: state(change.scope).maxLamport + 1,
      at: new Date(nowMs()).toISOString(), timeZone: 'America/Hermosillo', salt: hexOf(randomBytes(16)),
    });
  };
  const arrive = (by: string, changes: readonly Change[]): readonly Op[] =>
    changes.map((change) => {
      const op = opFrom(change, by);
      take([op]);
      return op;
    });
  const seal = async (changes: readonly Change[], { drafts: used = [], command, photo }: SealOptions = {}): Promise<Result<Sealed, SealError>> => {
    const error = nextError;
    nextError = undefined;
    if (error) return err(error);
    const ops = changes.map((change) => opFrom(change, me.person.id));
    for (const op of ops) {
      const roles = scopes.get(op.scope) ?? (command ? new Set<GrantRole>(['team_leader']) : new Set<GrantRole>());
      const verdict = checkWrite(op, roles, OP_VERSION);
      if (!verdict.ok) return err({ type: 'not-allowed', reason: JSON.stringify(verdict.error) });
    }
    if (command) commands.push(command);
    for (const key of used) drafts.delete(key);
    const home = ops[0]?.scope;
    if (photo && home) for (const file of [photo.working, photo.thumb]) files.set(`${home}|${file.sha256}`, file.bytes);
    sealed.push(...ops);
    take(ops);
    return ok({ opIds: ops.map((op) => op.id) });
  };

  take(options.ops ?? []);
  for (const { by, changes } of options.written ?? []) arrive(by, changes);

  return {
    me, deviceLetter: '', sealed, commands, draftsByKey: drafts, arrive, state, seal, newId, nowMs,
    scopes: () => scopes,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    forms: async () => options.forms ?? [],
    formsHash: () => '',
    formsVersion: () => 0,
    isWaiting: (opId) => sealed.some((op) => op.id === opId),
    drafts: {
      get: (key) => drafts.get(key),
      any: () => drafts.size > 0,
      put: async (draft) => ok(void drafts.set(draft.key, draft)),
      remove: async (key) => ok(void drafts.delete(key)),
    },
    files: {
      read: async (scope, sha256) => files.get(`${scope}|${sha256}`),
      has: async (scope, sha256) => files.has(`${scope}|${sha256}`),
      store: async (scope, sha256, bytes, upload) => {
        files.set(`${scope}|${sha256}`, bytes);
        if (upload === 'waiting') unsent.add(`${scope}|${sha256}`);
        return ok(undefined);
      },
      readChunk: async (scope, sha256, index) => files.get(`${scope}|${sha256}`)?.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES),
      uploadOf: (scope, sha256) => (files.has(`${scope}|${sha256}`) ? (unsent.has(`${scope}|${sha256}`) ? 'waiting' : 'done') : undefined),
      waiting: async () => [],
      list: async () => [],
      markVerified: async (names) => {
        for (const { scope, sha256 } of names) unsent.delete(`${scope}|${sha256}`);
      },
    },
    openManual: async () => options.manual,
    manualsVersion: () => 0,
    spokenCodes: () => codesOf(states.values()),
    safety: async () => safety,
    receipt: async (wanted) => receiptOf(wanted.map((scope) => [scope, state(scope)] as const), options.confirmed ?? new Map(), []),
    handOver: { ...noHandOver, ...options.handOver },
    broughtBy: (opId) => options.brought?.get(opId),
    noteBackUp: async (backUp) => {
      backUps.push(backUp);
    },
    onlyHere: () => safety.items,
    backUps,
    leaveResumeTicket: async () => undefined,
    takeBackResumeTicket: async () => undefined,
    failNextSeal: (error) => {
      nextError = error;
    },
    report: (part) => {
      safety = { ...safety, ...part };
    },
  };
}

function asMe(me: Person | Me): Me {
  if ('person' in me) return me;
  return { person: me, email: 'marta@cotejo.example', installationId: '018f0000-0000-7000-8000-0000000000ff', people: [MARTA, DALE, LUCIA], editions: [] };
}

function codesOf(states: Iterable<ScopeState>): readonly string[] {
  return [...states].flatMap((state) => [...state.entities.values()].flatMap((entity) => entity.ops.flatMap((op) => (typeof op.set['code'] === 'string' ? [op.set['code']] : []))));
}

const nothing = { count: 0, sizeBytes: 0 };
const unasked = async (): Promise<never> => {
  throw new Error('the test gave no hand-over');
};
const noHandOver: HandOver = {
  measure: async () => ({ ops: 0, onlyHere: 0, textBytes: 0, files: { none: nothing, 'only-here': nothing, all: nothing } }),
  hasVisitKey: () => true, make: unasked, keyKindOf: unasked, open: unasked,
};

const emptyReport: SafetyReport = {
  here: 0, waiting: 0, carried: 0, items: [], onServer: 0, uncopiedFiles: 0, lastBackUpAtMs: undefined, lastSyncAtMs: undefined, waitingFiles: 0, waitingFileBytes: 0, waitingSince: undefined, held: 0, refused: [],
  persisted: true, usedBytes: 12_000_000, freeBytes: 18_200_000_000, reserveBytes: 50_000_000, installed: true,
};
