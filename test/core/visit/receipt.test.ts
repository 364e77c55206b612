import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addOps, emptyScopeState } from '#core/op/scopeState.ts';
import { receiptOf, type Confirmation } from '#core/visit/receipt.ts';
import { anId, anOp, DALE, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

test('[H11] every op of the visit is on the receipt once, and the counts add up', () => {
  fc.assert(fc.property(fc.array(fc.record({ entity: fc.nat(4), state: fc.constantFrom('server', 'held', 'waiting') }), { maxLength: 40 }), (made) => {
    const ids = Array.from({ length: 5 }, anId);
    const ops = made.map(({ entity }) => anOp({ entityId: ids[entity] ?? '' }));
    const confirmations = new Map<string, Confirmation>(ops.flatMap((op, at) => (made[at]?.state === 'server' ? [[op.id, { seq: at + 1, confirmedAtMs: at }] as const] : [])));
    const held = ops.filter((_, at) => made[at]?.state === 'held');
    const receipt = receiptOf([[VISIT_SCOPE, addOps(emptyScopeState, ops)]], confirmations, held);
    expect(receipt.lines.flatMap((line) => line.ops.map(({ id }) => id)).sort()).toEqual(ops.map(({ id }) => id).sort());
    expect(receipt.total).toBe(ops.length);
    expect(receipt.onServer + receipt.held + receipt.waiting).toBe(receipt.total);
    expect([receipt.onServer, receipt.held]).toEqual([confirmations.size, held.length]);
  }));
});

test('[H11] a record is confirmed only when all that was written in it is; then its last number counts', () => {
  const id = anId();
  const [one, two] = [anOp({ entityId: id, set: { code: 'O-MI-001', text: 'A' } }), anOp({ entityId: id, set: { text: 'B' }, actor: DALE })];
  const state = addOps(emptyScopeState, [one, two]);
  const half = receiptOf([[VISIT_SCOPE, state]], new Map([[one.id, { seq: 4, confirmedAtMs: 9 }]]), []);
  expect(half.lines).toMatchObject([{ name: 'O-MI-001', onServer: 1, confirmed: undefined, authors: [one.actor, DALE] }]);
  const whole = receiptOf([[VISIT_SCOPE, state]], new Map([[one.id, { seq: 4, confirmedAtMs: 9 }], [two.id, { seq: 7, confirmedAtMs: undefined }]]), []);
  expect(whole.lines).toMatchObject([{ onServer: 2, confirmed: { seq: 7, confirmedAtMs: undefined } }]);
});
