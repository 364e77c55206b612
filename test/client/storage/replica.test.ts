import { describe, expect, test } from 'vitest';
import type { Change } from '#core/op/change.ts';
import { entityOf, viewField } from '#core/op/scopeState.ts';
import { packForPull, unpackOp } from '#core/protocol/packOp.ts';
import type { Page, SyncAnswer } from '#core/protocol/wire.ts';
import { OP_VERSION, type Op } from '#core/op/op.ts';
import { err } from '#core/result.ts';
import type { LogStore } from '#client/storage/log/logStore.ts';
import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import { openReplica, type Replica } from '#client/storage/log/replica.ts';
import { nextBatch } from '#client/sync/syncOnce.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { AGENCY, anOp, DALE, DEVICE, fixedSource, MARTA, OBSERVATION, VISIT, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

const scopes = new Map([[VISIT_SCOPE, new Set(['team_leader'] as const)]]);

async function aReplica(store: LogStore = aStore(), mayWrite = () => true, knownVersion = OP_VERSION): Promise<Replica> {
  return openReplica({
    store, mayWrite, knownVersion, source: fixedSource(3),
    author: () => ({ actor: MARTA, device: DEVICE, timeZone: 'America/Hermosillo', skewMs: undefined }),
  });
}

const aStore = () => memoryLogStore({ ...emptyLog, scopes });
const emptyLog = { counter: { n: 0, lamport: 0 }, epoch: 'e1', cursors: new Map(), outbox: [], segments: [], refused: [], held: [] };

const note = (text: string): Change => ({ scope: VISIT_SCOPE, entity: 'observation', entityId: OBSERVATION, set: { text } });
const textOf = (replica: Replica) => viewField(entityOf(replica.state(VISIT_SCOPE), 'observation', OBSERVATION), 'text');

const page = (ops: readonly Op[], fromSeq: number, withBodies: readonly Op[] = ops): Page => ({
  scope: VISIT_SCOPE, fromSeq, toSeq: fromSeq + ops.length, list: ops.map((op, index) => [fromSeq + index + 1, op.id, op.h]),
  ops: withBodies.map(packForPull), proofs: [], mac: '0'.repeat(64),
});
const answer = (over: Partial<SyncAnswer>): SyncAnswer => ({
  epoch: 'e1', serverTimeMs: 0, results: [], scopes: [{ scope: VISIT_SCOPE, roles: ['team_leader'] }], pages: [], more: false, ...over,
});

describe('sealing', () => {
  test('a text that is too long is told apart from a missing right, and takes no number', async () => {
    const replica = await aReplica();
    expect(await replica.seal([note('á'.repeat(100_001))])).toEqual(err({ type: 'too-long', field: 'text' }));
    expect((await replica.seal([note('á'.repeat(100_000))])).ok).toBe(true);
    expect(replica.outbox().map(({ op }) => op.n)).toEqual([1]);
  });

  test('[O4] counts without a gap, also after a write that failed', async () => {
    const real = aStore();
    let full = false;
    const replica = await aReplica({ ...real, append: (...args) => (full ? Promise.resolve(err({ type: 'disk-full' as const })) : real.append(...args)) });
    await replica.seal([note('A')]);
    full = true;
    expect(await replica.seal([note('B')])).toEqual(err({ type: 'disk-full' }));
    full = false;
    await Promise.all([replica.seal([note('C')]), replica.seal([note('D')])]);
    expect(replica.outbox().map(({ op }) => op.n)).toEqual([1, 2, 3]);
    expect(textOf(replica)).toMatchObject({ kind: 'value', value: 'D' });
  });

  test('[L1] nothing shows on screen that is not on disk', async () => {
    const replica = await aReplica({ ...aStore(), append: async () => err({ type: 'disk-full' }) });
    await replica.seal([note('A')]);
    expect(textOf(replica).kind).toBe('none');
  });

  test('[P1] what the server would refuse is refused before it is written', async () => {
    const replica = await aReplica();
    const foreign = await replica.seal([{ scope: agencyScope(AGENCY), entity: 'agency', entityId: AGENCY, set: { name: 'X' } }]);
    expect(foreign).toEqual(err({ type: 'not-allowed', reason: 'no-grant' }));
    const anothers = await replica.seal([{ scope: VISIT_SCOPE, entity: 'rating', entityId: `e/s/${DALE}`, set: { result: 'partial' } }]);
    expect(anothers).toEqual(err({ type: 'not-allowed', reason: 'wrong-key' }));
    expect(replica.outbox()).toEqual([]);
  });

  test('[L11] a window that lost the right to write writes nothing', async () => {
    const replica = await aReplica(aStore(), () => false);
    expect(await replica.seal([note('A')])).toEqual(err({ type: 'other-window' }));
    expect(replica.outbox()).toEqual([]);
  });

  test('a new agency can be worked on while the command that creates it waits for the network', async () => {
    const replica = await aReplica(memoryLogStore());
    const created = await replica.seal([{ scope: agencyScope(AGENCY), entity: 'agency', entityId: AGENCY, set: { name: 'PMVS' } }], { command: { type: 'create-agency', agency: AGENCY } });
    expect(created.ok).toBe(true);
    expect(replica.scopes().get(agencyScope(AGENCY))).toEqual(new Set(['team_leader']));
    const visit = await replica.seal(
      [{ scope: agencyScope(AGENCY), entity: 'visit', entityId: VISIT, set: { leader: MARTA } }],
      { command: { type: 'set-team', agency: AGENCY, visit: VISIT, leader: MARTA, advisors: [] } },
    );
    expect(visit.ok).toBe(true);
    expect(replica.scopes().has(visitScope(VISIT))).toBe(true);
  });

  test('[L13] what no push could carry is refused before it is written', async () => {
    const replica = await aReplica();
    const long = await replica.seal([{ scope: VISIT_SCOPE, entity: 'teamRating', entityId: `e/${'s'.repeat(500)}`, set: { 'settled.reason': 'X' } }]);
    expect(long).toEqual(err({ type: 'not-allowed', reason: 'malformed' }));
    const large = await replica.seal(Array.from({ length: 40 }, () => note('x'.repeat(100_000))));
    expect(large).toEqual(err({ type: 'not-allowed', reason: 'malformed' }));
    expect(replica.outbox()).toEqual([]);
  });

  test('[L13] a colleague’s op with the highest lamport there is does not keep this tablet from writing what the server takes', async () => {
    const replica = await aReplica();
    await replica.receive(answer({ pages: [page([anOp({ actor: DALE, lamport: Number.MAX_SAFE_INTEGER })], 0)] }));
    expect(await replica.seal([note('A')])).toMatchObject({ ok: true });
    expect(replica.outbox()[0]?.op.lamport).toBe(Number.MAX_SAFE_INTEGER);
  });

  test('[L6] a push never splits what was written together', async () => {
    const replica = await aReplica();
    for (let i = 0; i < 60; i++) await replica.seal(Array.from({ length: 11 }, (_, k) => note(`${i}.${k}`)));
    const batch = nextBatch(replica.outbox(), 500);
    expect(batch.length).toBeLessThan(660);
    expect(batch.length % 11).toBe(0);
    expect(batch.length).toBeGreaterThan(480);
  });
});

describe('an answer of the server', () => {
  test('[L4] takes an own op out of the outbox when its page is stored, and the op stays in the picture', async () => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    const own = replica.outbox().map(({ op }) => op);
    expect((await replica.receive(answer({ results: [{ id: own[0]?.id ?? '', status: 'ok' }], pages: [page(own, 0, [])] }))).ok).toBe(true);
    expect(replica.outbox()).toEqual([]);
    expect(textOf(replica)).toMatchObject({ value: 'A' });
  });

  test('[L4] an ok whose page was cut off leaves the op waiting', async () => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    await replica.receive(answer({ results: [{ id: replica.outbox()[0]?.op.id ?? '', status: 'ok' }], more: true }));
    expect(replica.outbox()).toHaveLength(1);
  });

  test('[L4] an op that an earlier, lost answer confirmed leaves when its page comes by itself', async () => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    await replica.receive(answer({ pages: [page(replica.outbox().map(({ op }) => op), 0)] }));
    expect(replica.outbox()).toEqual([]);
  });

  test('[L4] a refused op goes to the tray whole, leaves the picture, and blocks nothing', async () => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    await replica.seal([note('B')]);
    const [first, second] = replica.outbox().map(({ op }) => op);
    if (!first || !second) throw new Error('two ops');
    await replica.receive(answer({ results: [{ id: first.id, status: 'ok' }, { id: second.id, status: 'refused', reason: 'no-grant' }], pages: [page([first], 0, [])] }));
    expect(replica.refused()).toMatchObject([{ op: second, reason: 'no-grant' }]);
    expect(textOf(replica)).toMatchObject({ kind: 'value', value: 'A' });
    expect(replica.outbox()).toEqual([]);
  });

  test('[L4] an op that was purged meanwhile leaves the outbox and the picture, and is nobody’s mistake', async () => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    await replica.receive(answer({ results: [{ id: replica.outbox()[0]?.op.id ?? '', status: 'purged' }] }));
    expect(replica.outbox()).toEqual([]);
    expect(replica.refused()).toEqual([]);
    expect(textOf(replica).kind).toBe('none');
  });

  const other = anOp({ actor: DALE, set: { text: 'B' } });
  test.each<[string, Page, string]>([
    ['leaves a hole', page([other], 3), 'hole'],
    ['lacks a body', page([other], 0, []), 'missing-body'],
    ['holds a changed op', { ...page([other], 0), ops: [{ ...packForPull(other), set: { text: 'falso' } }] }, 'hash'],
    ['holds an op of another scope', page([anOp({ scope: 'visit:0190a000-0000-7000-8000-000000000009' })], 0), 'hash'],
  ])('[L3] with a page that %s is not taken at all', async (_what, broken, problem) => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    const before = replica.outbox();
    expect(await replica.receive(answer({ pages: [broken] }))).toMatchObject({ ok: false, error: { type: 'broken-page', problem } });
    expect(replica.outbox()).toEqual(before);
    expect(replica.cursors().size).toBe(0);
    expect(textOf(replica)).toMatchObject({ value: 'A' });
  });

  test('[L2] that could not be stored changes nothing in memory either', async () => {
    const replica = await aReplica({ ...aStore(), receive: async () => err({ type: 'disk-full' }) });
    expect(await replica.receive(answer({ pages: [page([other], 0)] }))).toEqual(err({ type: 'disk-full' }));
    expect(replica.cursors().size).toBe(0);
    expect(textOf(replica).kind).toBe('none');
  });

  test('[L11] is not taken by a window that another one has taken over from', async () => {
    let mine = true;
    const replica = await aReplica(aStore(), () => mine);
    mine = false;
    expect(await replica.receive(answer({ pages: [page([other], 0)] }))).toEqual(err({ type: 'other-window' }));
    expect(replica.cursors().size).toBe(0);
  });

  test('[L4] that acknowledges an op of a visit which the person has left lets it go, so that it does not wait for ever', async () => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    const [id = ''] = replica.outbox().map(({ op }) => op.id);
    await replica.receive(answer({ results: [{ id, status: 'duplicate' }], scopes: [] }));
    expect(replica.outbox()).toEqual([]);
  });

  test('[L4] that delivers a held op ends its holding', async () => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    const [op] = replica.outbox().map((entry) => entry.op);
    if (!op) throw new Error('no op');
    await replica.receive(answer({ results: [{ id: op.id, status: 'held' }] }));
    expect(replica.held()).toEqual([op]);
    await replica.receive(answer({ pages: [page([op], 0)] }));
    expect(replica.held()).toEqual([]);
  });

  test('[S40] of a server that knows nothing of a held op puts it back into the outbox', async () => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    const [op] = replica.outbox().map((entry) => entry.op);
    if (!op) throw new Error('no op');
    await replica.receive(answer({ results: [{ id: op.id, status: 'held' }] }));
    await replica.receive(answer({ notHeld: [op.id] }));
    expect(replica.held()).toEqual([]);
    expect(replica.outbox().map((entry) => entry.op)).toEqual([op]);
  });

  test('[L12] of a restored server forgets every cursor and sends again what the server may have lost', async () => {
    const store = aStore();
    const replica = await aReplica(store);
    for (const text of ['A', 'B']) await replica.seal([note(text)]);
    const own = replica.outbox().map(({ op }) => op);
    const [first] = own;
    if (!first) throw new Error('two ops');
    await replica.receive(answer({ results: own.map(({ id }) => ({ id, status: 'ok' })), pages: [page(own, 0, [])] }));
    expect(replica.outbox()).toEqual([]);
    // The back-up has the first only; the page of it is cut off in this answer.
    await replica.receive(answer({ epoch: 'e2', more: true }));
    expect(replica.cursors().size).toBe(0);
    expect(replica.outbox().map(({ op }) => op)).toEqual(own);
    await replica.receive(answer({ epoch: 'e2', pages: [page([first], 0)] }));
    expect(replica.outbox().map(({ op }) => op.id)).toEqual(own.slice(1).map(({ id }) => id));
    expect((await aReplica(store)).outbox()).toEqual(replica.outbox());
  });

  test('[L26] that delivers an op of the tray lets it leave the tray and be seen again', async () => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    const [op] = replica.outbox().map((entry) => entry.op);
    if (!op) throw new Error('no op');
    await replica.receive(answer({ results: [{ id: op.id, status: 'refused', reason: 'no-grant' }] }));
    expect(replica.refused()).toHaveLength(1);
    await replica.receive(answer({ pages: [page([op], 0)] }));
    expect(replica.refused()).toEqual([]);
    expect(textOf(replica)).toMatchObject({ value: 'A' });
  });

  test('[L24] with an op of a newer version keeps it as it came, shows nothing of it, and a newer build reads it at once', async () => {
    const store = aStore();
    const replica = await aReplica(store);
    const newer = unpackOp(Object.assign(packForPull(anOp({ actor: DALE, set: { text: { es: 'X' }, smell: 'gas' } })), { v: OP_VERSION + 1, weather: { rain: true } }));
    expect((await replica.receive(answer({ pages: [page([newer], 0)] }))).ok).toBe(true);
    expect(replica.cursors().get(VISIT_SCOPE)).toBe(1);
    expect(replica.state(VISIT_SCOPE).opIds.size).toBe(0);
    expect(store.snapshot().segments[0]?.ops).toEqual([newer]);
    const updated = await aReplica(store, () => true, OP_VERSION + 1);
    expect([...updated.state(VISIT_SCOPE).opIds]).toEqual([newer.id]);
    expect([...updated.state(VISIT_SCOPE).entities.values()].flatMap((entity) => [...entity.fields.keys()])).toEqual(['text', 'smell']);
  });

  test('[L24] with a field or an entity that this build does not know keeps them for the build that does', async () => {
    const store = aStore();
    const replica = await aReplica(store);
    const unknown = [anOp({ actor: DALE, set: { smell: 'gas' } }), anOp({ actor: DALE, entity: 'drone', set: { height: 3 } })];
    await replica.receive(answer({ pages: [page(unknown, 0)] }));
    expect(store.snapshot().segments[0]?.ops).toEqual(unknown);
    expect((await aReplica(store)).state(VISIT_SCOPE).opIds.size).toBe(2);
  });

  test('[L12] of a restored server that does not know this device yet refuses nothing for it', async () => {
    const replica = await aReplica();
    await replica.seal([note('A')]);
    const [id = ''] = replica.outbox().map(({ op }) => op.id);
    await replica.receive(answer({ epoch: 'e2', results: [{ id, status: 'refused', reason: 'author-not-proved' }] }));
    expect(replica.refused()).toEqual([]);
    expect(replica.outbox()).toHaveLength(1);
  });
});
