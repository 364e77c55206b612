import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import { chainAfter, FIRST_CHAIN } from '#core/op/chain.ts';
import type { Page, ScopeHome, SyncAnswer } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { settleImports, type ImportRow } from '#client/storage/imports/importRow.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import type { OutboxEntry, Receipt } from './logStore.ts';
import type { ScopeRoles } from './provisionalScopes.ts';
import { segmentId, type Segment } from './segment.ts';

/** A page that does not hold what its list says, or that leaves a hole. Nothing of the answer is taken. */
export type BrokenPage = { readonly type: 'broken-page'; readonly scope: string; readonly problem: 'hash' | 'missing-body' | 'hole' };

export type ReadAnswer = {
  readonly receipt: Receipt;
  readonly ops: readonly Op[];
  /** Own ops that leave the picture. */
  readonly gone: readonly Op[];
  /** Scopes of which the tablet holds something else than the server, though all was pulled. */
  readonly differing: readonly ScopeId[];
};

/** What the tablet has when an answer comes. */
export type Here = {
  readonly epoch: string;
  readonly cursors: ReadonlyMap<ScopeId, number>;
  readonly outbox: readonly OutboxEntry[];
  readonly held: readonly Op[];
  readonly refused: readonly RefusedOp[];
  /** Roles as last heard, those that lapsed, the chain at each cursor, and where scopes belong. */
  readonly scopes: ScopeRoles;
  readonly lapsed: ScopeRoles;
  readonly chains: ReadonlyMap<ScopeId, string>;
  readonly homes: ReadonlyMap<ScopeId, ScopeHome>;
  /** What came by file and does not stand in a page yet. */
  readonly imports: readonly ImportRow[];
  /** Every op of this device that the server once had or held. Asked only where the server's epoch has changed. */
  readonly ownOnServer: () => readonly Op[];
};

/**
 * Checks an answer against what is here, and turns it into one change of the log. An entry leaves the outbox only for one
 * of four reasons: it stands in a page of this answer (also one that an earlier, lost answer confirmed), the server holds
 * it, it was purged, or it goes to the tray.
 * An `ok` whose page was cut off stays in the outbox until its page comes; sending it twice is harmless. Where the person may
 * no longer read the scope, or this device is to be erased, no page will ever come: the acknowledgement is enough.
 *
 * Another epoch: the server was restored from a back-up. Cursors begin anew, and every own op that the answer does not hold goes
 * back into the outbox ([L12]). That server may know neither this device nor what was granted since, so in that answer no refusal
 * counts, and a scope that it does not list is not revoked: it lapses, until the server lists it again ([L20]).
 */
export function readAnswer(answer: SyncAnswer, here: Here, nowMs: number): Result<ReadAnswer, BrokenPage> {
  const restored = here.epoch !== '' && answer.epoch !== here.epoch;
  const own = new Map(here.outbox.map((entry) => [entry.op.id, entry.op]));
  const brought = new Map(here.imports.flatMap((row) => row.ops.map((op) => [op.id, op] as const)));
  const known = new Map([...brought, ...own]);
  const cursors = new Map(answer.epoch === here.epoch ? here.cursors : []);
  const chains = new Map(answer.epoch === here.epoch ? here.chains : []);
  const segments: Segment[] = [];
  for (const page of answer.pages) {
    const segment = readPage(page, answer, known, cursors.get(page.scope) ?? 0);
    if (!segment.ok) return segment;
    segments.push(segment.value);
    const before = cursors.has(page.scope) ? chains.get(page.scope) : FIRST_CHAIN;
    if (before !== undefined) chains.set(page.scope, page.list.reduce((chain, [, , h]) => chainAfter(chain, h), before));
    cursors.set(page.scope, page.toSeq);
  }
  const ops = segments.flatMap((segment) => segment.ops);
  const delivered = new Set(ops.map((op) => op.id));
  const granted: ScopeRoles = new Map(answer.scopes.map(({ scope, roles }) => [scope, new Set(roles)]));
  const lapsed: ScopeRoles = new Map([...here.lapsed, ...(restored ? here.scopes : [])].filter(([scope]) => !granted.has(scope)));
  const readable = new Set([...granted.keys(), ...lapsed.keys()]);
  const refused: RefusedOp[] = [];
  const held: Op[] = [];
  const unreadable: string[] = [];
  const purged: Op[] = [];
  for (const result of [...answer.results, ...(answer.carriedResults ?? [])]) {
    const op = known.get(result.id);
    if (!op) continue;
    switch (result.status) {
      case 'refused':
        // Of a colleague: their device may not have reached the server yet. It stays here and is offered again.
        if (restored || (result.reason === 'author-not-proved' && !own.has(op.id))) break;
        refused.push({ op, reason: result.reason, field: result.field, refusedAtMs: nowMs });
        break;
      case 'held':
        // A colleague's stays among what came by file, with its proof: a restored server may forget that it holds it.
        if (own.has(op.id)) held.push(op);
        break;
      case 'purged': purged.push(op); break;
      case 'ok':
      case 'duplicate':
        if (answer.erase !== undefined || !readable.has(op.scope)) unreadable.push(op.id);
        break;
    }
  }
  const notHeld = new Set(answer.notHeld);
  const noLongerHeld = here.held.filter((op) => restored || notHeld.has(op.id));
  const sent = new Map([...(restored ? here.ownOnServer() : []), ...noLongerHeld].map((op) => [op.id, op]));
  const again = [...sent.values()].filter((op) => !delivered.has(op.id) && !own.has(op.id));
  const settled = new Set([...delivered, ...unreadable, ...purged.map((op) => op.id), ...refused.map((item) => item.op.id), ...held.map((op) => op.id)]);
  return ok({
    ops,
    // One that stands in a page of this answer stays there, without its words: what it had replaced stays replaced.
    gone: [...purged.filter(({ id }) => !delivered.has(id)), ...refused.map((item) => item.op)],
    differing: answer.more || answer.erase !== undefined ? [] : answer.scopes.flatMap((head) => (isAsHere(head, cursors, chains) ? [] : [head.scope])),
    receipt: {
      epoch: answer.epoch,
      segments,
      cursors,
      leaveOutbox: here.outbox.filter((entry) => settled.has(entry.op.id)).map((entry) => entry.op.n),
      backToOutbox: again.map((op) => ({ op, seal: op.n })),
      refused,
      held,
      imports: settleImports(here.imports, settled),
      leaveHeld: here.held.filter((op) => noLongerHeld.includes(op) || delivered.has(op.id)).map((op) => op.id),
      scopes: granted,
      lapsed,
      chains,
      homes: newHomes(answer, here.homes),
      leaveRefused: here.refused.flatMap(({ op }) => (delivered.has(op.id) ? [op.id] : [])),
    },
  });
}

/** A server that does not tell its heads is believed. */
function isAsHere({ scope, count, chain }: SyncAnswer['scopes'][number], cursors: ReadonlyMap<ScopeId, number>, chains: ReadonlyMap<ScopeId, string>): boolean {
  if (count === undefined || chain === undefined) return true;
  return (cursors.get(scope) ?? 0) === count && (count === 0 || chains.get(scope) === chain);
}

function newHomes({ scopes }: SyncAnswer, here: ReadonlyMap<ScopeId, ScopeHome>): ReadonlyMap<ScopeId, ScopeHome> | undefined {
  const fresh = scopes.flatMap(({ home }) => (home && here.get(home.scope)?.mac !== home.mac ? [home] : []));
  return fresh.length === 0 ? undefined : new Map([...here, ...fresh.map((home) => [home.scope, home] as const)]);
}

function readPage(page: Page, { epoch, serverTimeMs }: Pick<SyncAnswer, 'epoch' | 'serverTimeMs'>, known: ReadonlyMap<string, Op>, cursor: number): Result<Segment, BrokenPage> {
  const broken = (problem: BrokenPage['problem']): { ok: false; error: BrokenPage } => err({ type: 'broken-page', scope: page.scope, problem });
  const expected = page.list.map((_, index) => page.fromSeq + index + 1);
  const isWhole = page.fromSeq === cursor && page.list.every(([seq], index) => seq === expected[index]) && page.toSeq === page.fromSeq + page.list.length;
  if (!isWhole) return broken('hole');
  const bodies = new Map(page.ops.map((packed) => [packed.id, packed]));
  const ops: Op[] = [];
  for (const [, id, h] of page.list) {
    const packed = bodies.get(id);
    const op = packed ? unpackOp(packed) : known.get(id);
    if (!op) return broken('missing-body');
    if (op.h !== h || op.scope !== page.scope) return broken('hash');
    ops.push(op);
  }
  return ok({
    id: segmentId(page.scope, epoch, page.fromSeq), scope: page.scope, ops,
    pages: [{ epoch, fromSeq: page.fromSeq, toSeq: page.toSeq, list: page.list, mac: page.mac, confirmedAtMs: serverTimeMs, proofs: page.proofs }],
  });
}
