import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import type { Page, SyncAnswer } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import { settleImports, type ImportRow } from '#client/storage/imports/importRow.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import type { OutboxEntry, Receipt } from './logStore.ts';
import { segmentId, type Segment } from './segment.ts';

/** A page that does not hold what its list says, or that leaves a hole. Nothing of the answer is taken. */
export type BrokenPage = { readonly type: 'broken-page'; readonly scope: string; readonly problem: 'hash' | 'missing-body' | 'hole' };

export type ReadAnswer = {
  readonly receipt: Receipt;
  readonly ops: readonly Op[];
  /** Own ops that leave the picture. */
  readonly gone: readonly Op[];
};

/** What the tablet has when an answer comes. */
export type Here = {
  readonly epoch: string;
  readonly cursors: ReadonlyMap<ScopeId, number>;
  readonly outbox: readonly OutboxEntry[];
  readonly held: readonly Op[];
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
 * back into the outbox ([L12]). That server may not know this device yet, so `author-not-proved` says nothing then.
 */
export function readAnswer(answer: SyncAnswer, here: Here, nowMs: number): Result<ReadAnswer, BrokenPage> {
  const restored = here.epoch !== '' && answer.epoch !== here.epoch;
  const own = new Map(here.outbox.map((entry) => [entry.op.id, entry.op]));
  const brought = new Map(here.imports.flatMap((row) => row.ops.map((op) => [op.id, op] as const)));
  const known = new Map([...brought, ...own]);
  const cursors = new Map(answer.epoch === here.epoch ? here.cursors : []);
  const segments: Segment[] = [];
  for (const page of answer.pages) {
    const segment = readPage(page, answer, known, cursors.get(page.scope) ?? 0);
    if (!segment.ok) return segment;
    segments.push(segment.value);
    cursors.set(page.scope, page.toSeq);
  }
  const ops = segments.flatMap((segment) => segment.ops);
  const delivered = new Set(ops.map((op) => op.id));
  const readable = new Set(answer.scopes.map(({ scope }) => scope));
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
        if (result.reason === 'author-not-proved' && (restored || !own.has(op.id))) break;
        refused.push({ op, reason: result.reason, field: result.field, refusedAtMs: nowMs });
        break;
      case 'held': held.push(op); break;
      case 'purged': purged.push(op); break;
      case 'ok':
      case 'duplicate':
        if (answer.erase !== undefined || !readable.has(op.scope)) unreadable.push(op.id);
        break;
    }
  }
  const again = restored ? here.ownOnServer().filter((op) => !delivered.has(op.id) && !own.has(op.id)) : [];
  const settled = new Set([...delivered, ...unreadable, ...purged.map((op) => op.id), ...refused.map((item) => item.op.id), ...held.map((op) => op.id)]);
  return ok({
    ops,
    // One that stands in a page of this answer stays there, without its words: what it had replaced stays replaced.
    gone: [...purged.filter(({ id }) => !delivered.has(id)), ...refused.map((item) => item.op)],
    receipt: {
      epoch: answer.epoch,
      segments,
      cursors,
      leaveOutbox: here.outbox.filter((entry) => settled.has(entry.op.id)).map((entry) => entry.op.n),
      backToOutbox: again.map((op) => ({ op, seal: op.n })),
      refused,
      held,
      imports: settleImports(here.imports, settled),
      leaveHeld: here.held.filter((op) => restored || delivered.has(op.id)).map((op) => op.id),
      scopes: new Map(answer.scopes.map(({ scope, roles }) => [scope, new Set(roles)])),
    },
  });
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
