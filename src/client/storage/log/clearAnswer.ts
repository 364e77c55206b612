import type { Op } from '#core/op/op.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { SyncAnswer } from '#core/protocol/wire.ts';
import { changedImports, settleImports, type ImportRow } from '#client/storage/imports/importRow.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import type { Beside } from './beside.ts';
import { both, clearPurged, clearScopes, clearsNothing } from './clearing.ts';
import type { LogStore, OutboxEntry } from './logStore.ts';
import type { ReadAnswer } from './readAnswer.ts';
import type { SegmentFacts } from './segment.ts';

/** What the tablet holds while it reads what an answer takes away. */
export type Holding = {
  readonly epoch: string;
  readonly outbox: readonly OutboxEntry[];
  readonly held: readonly Op[];
  readonly imports: readonly ImportRow[];
  readonly refused: readonly RefusedOp[];
  readonly purges: ReadonlyMap<ScopeId, number>;
  readonly states: ReadonlyMap<ScopeId, ScopeState>;
  readonly segments: readonly SegmentFacts[];
  readonly beside: Beside;
};

/**
 * Adds to the change that an answer makes what it takes away: the words of purged ops wherever they lie, and all of a scope that the
 * person has lost, once nothing of theirs waits there any more. What was returned to them in it stays in the tray and says so.
 */
export async function clearAnswer(answer: SyncAnswer, read: ReadAnswer, lost: ReadonlySet<ScopeId>, store: LogStore, here: Holding): Promise<ReadAnswer> {
  const purges = new Map(answer.epoch === here.epoch ? here.purges : []);
  for (const { scope, n } of answer.purged ?? []) purges.set(scope, n);
  const ids = new Set((answer.purged ?? []).flatMap((purge) => purge.ids));
  const purge = await clearPurged(ids, (answer.purged ?? []).map(({ scope }) => scope), store, here);

  const { receipt } = read;
  const delivered = new Set(read.ops.map(({ id }) => id));
  const leaveOutbox = [...receipt.leaveOutbox, ...here.outbox.flatMap(({ op }) => (ids.has(op.id) ? [op.n] : []))];
  const backToOutbox = receipt.backToOutbox.filter(({ op }) => !ids.has(op.id));
  const leaves = new Set(leaveOutbox);
  const waits = new Set([...here.outbox.filter(({ op }) => !leaves.has(op.n)), ...backToOutbox].map(({ op }) => op.scope));
  const left = new Set([...lost].filter((scope) => !waits.has(scope)));
  const clear = both(purge.clearing, clearScopes(left, here));

  const goes = (op: Op): boolean => ids.has(op.id) || left.has(op.scope);
  const imports = receipt.imports ?? { put: [], leave: [] };
  const rows = changedImports(here.imports, imports);
  const settled = settleImports(rows, new Set(rows.flatMap((row) => row.ops.filter(goes).map(({ id }) => id))));
  return {
    ops: [...read.ops, ...purge.purged],
    // One that stands in a page of this very answer stays in the picture, without its words.
    gone: [...read.gone, ...purge.gone.filter((op) => !delivered.has(op.id))],
    differing: read.differing,
    receipt: {
      ...receipt, leaveOutbox, backToOutbox, purges,
      cursors: new Map([...receipt.cursors].filter(([scope]) => !left.has(scope))),
      refused: receipt.refused.filter(({ op }) => !ids.has(op.id)).map((item) => (lost.has(item.op.scope) ? { ...item, scopeLost: true } : item)),
      leaveRefused: [...(receipt.leaveRefused ?? []), ...here.refused.flatMap(({ op }) => (ids.has(op.id) ? [op.id] : []))],
      held: receipt.held.filter((op) => !goes(op)),
      leaveHeld: [...receipt.leaveHeld, ...here.held.filter(goes).map(({ id }) => id)],
      imports: { put: [...imports.put.filter(({ id }) => !settled.leave.includes(id) && !settled.put.some((row) => row.id === id)), ...settled.put], leave: [...imports.leave, ...settled.leave] },
      ...(clearsNothing(clear) ? {} : { clear }),
    },
  };
}
