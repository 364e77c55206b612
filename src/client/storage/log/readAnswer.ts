import type { Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import type { Page, SyncAnswer } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { OutboxEntry, Receipt, Segment } from './logStore.ts';

/** A page that does not hold what its list says, or that leaves a hole. Nothing of the answer is taken. */
export type BrokenPage = { readonly type: 'broken-page'; readonly scope: string; readonly problem: 'hash' | 'missing-body' | 'hole' };

export type ReadAnswer = { readonly receipt: Receipt; readonly ops: readonly Op[] };

/**
 * Checks an answer against what is here, and turns it into one change of the log. An entry leaves the outbox only for one
 * of three reasons: it stands in a page of this answer (also one that an earlier, lost answer confirmed), the server holds
 * it, or it goes to the tray.
 * An `ok` whose page was cut off stays in the outbox until its page comes; sending it twice is harmless.
 */
export function readAnswer(
  answer: SyncAnswer, outbox: readonly OutboxEntry[], here: { readonly epoch: string; readonly cursors: ReadonlyMap<ScopeId, number> }, nowMs: number,
): Result<ReadAnswer, BrokenPage> {
  const own = new Map(outbox.map((entry) => [entry.op.id, entry.op]));
  const cursors = new Map(answer.epoch === here.epoch ? here.cursors : []);
  const segments: Segment[] = [];
  for (const page of answer.pages) {
    const segment = readPage(page, answer.epoch, own, cursors.get(page.scope) ?? 0);
    if (!segment.ok) return segment;
    segments.push(segment.value);
    cursors.set(page.scope, page.toSeq);
  }
  const ops = segments.flatMap((segment) => segment.ops);
  const delivered = new Set(ops.map((op) => op.id));
  const refused = answer.results.flatMap((result) => {
    const op = own.get(result.id);
    return result.status === 'refused' && op ? [{ op, reason: result.reason, field: result.field, refusedAtMs: nowMs }] : [];
  });
  const held = answer.results.flatMap((result) => (result.status === 'held' ? (own.get(result.id) ?? []) : []));
  const settled = new Set([...delivered, ...refused.map((item) => item.op.id), ...held.map((op) => op.id)]);
  return ok({
    ops,
    receipt: {
      epoch: answer.epoch,
      segments,
      cursors,
      leaveOutbox: outbox.filter((entry) => settled.has(entry.op.id)).map((entry) => entry.op.n),
      refused,
      held,
      scopes: new Map(answer.scopes.map(({ scope, roles }) => [scope, new Set(roles)])),
    },
  });
}

function readPage(page: Page, epoch: string, own: ReadonlyMap<string, Op>, cursor: number): Result<Segment, BrokenPage> {
  const broken = (problem: BrokenPage['problem']): { ok: false; error: BrokenPage } => err({ type: 'broken-page', scope: page.scope, problem });
  const expected = page.list.map((_, index) => page.fromSeq + index + 1);
  const isWhole = page.fromSeq === cursor && page.list.every(([seq], index) => seq === expected[index]) && page.toSeq === page.fromSeq + page.list.length;
  if (!isWhole) return broken('hole');
  const bodies = new Map(page.ops.map((packed) => [packed.id, packed]));
  const ops: Op[] = [];
  for (const [, id, h] of page.list) {
    const packed = bodies.get(id);
    const op = packed ? unpackOp(packed) : own.get(id);
    if (!op) return broken('missing-body');
    if (op.h !== h || op.scope !== page.scope) return broken('hash');
    ops.push(op);
  }
  return ok({
    id: `${page.scope}@${epoch}:${page.fromSeq}`,
    epoch, scope: page.scope, fromSeq: page.fromSeq, toSeq: page.toSeq, list: page.list, mac: page.mac, proofs: page.proofs, ops,
  });
}
