import { expect, test } from 'vitest';
import { packForPull } from '#core/protocol/packOp.ts';
import type { Page, SyncAnswer } from '#core/protocol/wire.ts';
import type { Op } from '#core/op/op.ts';
import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import { openReplica, type Replica } from '#client/storage/log/replica.ts';
import { anId, anOp, DALE, DEVICE, fixedSource, MARTA, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

const page = (ops: readonly Op[], withBodies: readonly Op[] = ops): Page => ({
  scope: VISIT_SCOPE, fromSeq: 0, toSeq: ops.length, list: ops.map((op, index) => [index + 1, op.id, op.h]), ops: withBodies.map(packForPull), proofs: [], mac: '0'.repeat(64),
});
const answer = (over: Partial<SyncAnswer>): SyncAnswer => ({
  epoch: 'e1', serverTimeMs: 77, results: [], scopes: [{ scope: VISIT_SCOPE, roles: ['team_leader'] }], pages: [], more: false, ...over,
});

/** Marta's tablet after it took a file with two notes of Dale's, of which one is not proved. */
async function afterImport() {
  const store = memoryLogStore({
    counter: { n: 0, lamport: 0 }, epoch: 'e1', cursors: new Map(), outbox: [], segments: [], refused: [], held: [], scopes: new Map([[VISIT_SCOPE, new Set(['team_leader'] as const)]]),
  });
  const replica = await openReplica({ store, source: fixedSource(3), mayWrite: () => true, author: () => ({ actor: MARTA, device: DEVICE, timeZone: 'UTC', skewMs: undefined }) });
  const ops = [anOp({ actor: DALE, device: anId() }), anOp({ actor: DALE, device: anId() })] as const;
  await replica.bringIn(() => ({
    refused: [],
    rows: [{ id: anId(), ops, unproved: [ops[1].id], broughtBy: DALE, importedAtMs: 1, proof: { kind: 'batch', proof: { device: ops[0].device, actor: DALE, hashes: ops.map((op) => op.h), signature: 's' } } }],
  }));
  return { replica, store, ops };
}

const left = (replica: Replica): readonly string[] => replica.imports().flatMap((row) => row.ops.map((op) => op.id));

test('[H10] an op that came by file stays until it stands in a stored page, and is then proved', async () => {
  const { replica, ops, store } = await afterImport();
  expect(replica.unproved()).toEqual(new Set([ops[1].id]));
  // The server leaves out bodies that the request itself brought.
  expect(await replica.receive(answer({ pages: [page([ops[1]], [])] }))).toMatchObject({ ok: true });
  expect(left(replica)).toEqual([ops[0].id]);
  expect(replica.unproved().size).toBe(0);
  expect(replica.broughtIn(ops[1].id)).toBeUndefined();
  expect(replica.state(VISIT_SCOPE).opIds.size).toBe(2);
  expect(store.snapshot().imports?.flatMap((row) => row.ops)).toEqual([ops[0]]);
  expect(store.snapshot().segments[0]?.pages[0]?.confirmedAtMs).toBe(77);
});

test('[H10] what the server refuses of a colleague is kept in the tray as an own op would be', async () => {
  const { replica, ops } = await afterImport();
  await replica.receive(answer({ results: [{ id: ops[0].id, status: 'refused', reason: 'no-grant' }] }));
  expect(left(replica)).toEqual([ops[1].id]);
  expect(replica.refused()).toHaveLength(1);
});

test('[H10] what the server holds of a colleague stays here with its proof: a restored server may forget that it holds it', async () => {
  const { replica, ops } = await afterImport();
  await replica.receive(answer({ results: [{ id: ops[0].id, status: 'held' }] }));
  expect(left(replica)).toEqual([ops[0].id, ops[1].id]);
  expect(replica.held()).toEqual([]);
});

test('[H10] a colleague whose tablet the server does not know yet loses nothing: the op stays here', async () => {
  const { replica, ops } = await afterImport();
  await replica.receive(answer({ results: [{ id: ops[0].id, status: 'refused', reason: 'author-not-proved' }] }));
  expect(left(replica)).toEqual(ops.map((op) => op.id));
  expect(replica.refused()).toEqual([]);
});
