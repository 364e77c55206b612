import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { newUuid } from '#core/ids.ts';
import type { Op } from '#core/op/op.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { packForPull } from '#core/protocol/packOp.ts';
import type { Carried } from '#core/protocol/wire.ts';
import { agencyFinding, idsIn, observation, serverWorld, type ServerWorld, type TestTablet } from '#test/server/builders/serverWorld.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A batch as its author's tablet would put it into a file. */
function aBatch(author: TestTablet, ops: readonly Op[], some: readonly Op[] = ops): Carried {
  const { batch } = author.request(ops);
  if (!batch) throw new Error('no batch');
  return { kind: 'batch', proof: batch, ops: some.map(packForPull) };
}

const carry = (tablet: TestTablet, ...carried: Carried[]) => tablet.sync({ ...tablet.request([]), carried });
const notes = (world: ServerWorld, tablet: TestTablet, count: number, visit = world.visit1) =>
  Array.from({ length: count }, () => tablet.seal(observation(visit, newUuid(world.ids))));
const storedIn = (world: ServerWorld, scope: ReturnType<typeof visitScope>) => world.store.transaction((tx) => tx.ops.opsAfter(scope, 0, 1_000));
const quarantined = (world: ServerWorld) => world.store.transaction((tx) => tx.ops.quarantined());

test('[S31] a colleague brings what an advisor wrote: it is the advisor’s, and says who carried it', async () => {
  const world = await serverWorld();
  const [dale, marta] = [await world.tablet('dale'), await world.tablet('marta')];
  const ops = notes(world, dale, 2);
  const answer = await carry(marta, aBatch(dale, ops));
  expect(answer.carriedResults).toEqual(ops.map(({ id }) => ({ id, status: 'ok' })));
  expect(answer.results).toEqual([]);
  expect(await storedIn(world, visitScope(world.visit1))).toMatchObject(ops.map(({ id }) => ({ id, actor: world.users.dale, receivedFrom: world.users.marta, via: 'bundle' })));
  expect(answer.pages[0]?.proofs).toHaveLength(1);
  expect((await world.store.transaction((tx) => tx.audit.inOrder(0, 100))).at(-1)).toMatchObject({ action: 'push-carried', actor: world.users.marta });
});

test('[S31] the same again changes nothing, and neither does its author’s own push afterwards', async () => {
  const world = await serverWorld();
  const [dale, marta] = [await world.tablet('dale'), await world.tablet('marta')];
  const ops = notes(world, dale, 3);
  const batch = aBatch(dale, ops);
  await carry(marta, batch, batch);
  const again = await carry(marta, batch);
  expect(again.carriedResults?.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'duplicate']);
  expect((await dale.sync(dale.request(ops))).results.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'duplicate']);
  expect(await storedIn(world, visitScope(world.visit1))).toHaveLength(3);
});

test('[S31] the author’s roles decide, not the carrier’s: a manager may carry an advisor’s note, and an advisor’s rewording stays refused in the leader’s hands', async () => {
  const world = await serverWorld();
  const [dale, marta, lucia] = [await world.tablet('dale'), await world.tablet('marta'), await world.tablet('lucia')];
  const note = notes(world, dale, 1);
  expect((await carry(lucia, aBatch(dale, note))).carriedResults).toMatchObject([{ status: 'ok' }]);
  const reworded = dale.seal(agencyFinding(world.agency1, newUuid(world.ids)));
  const foreign = notes(world, dale, 1, world.visit2);
  const answer = await carry(marta, aBatch(dale, [reworded, ...foreign, ...notes(world, dale, 1)]));
  expect(answer.carriedResults).toMatchObject([{ reason: 'not-allowed', field: 'statement' }, { reason: 'no-grant' }, { status: 'ok' }]);
  expect(await quarantined(world)).toMatchObject([{ receivedFrom: world.users.marta }, { receivedFrom: world.users.marta }]);
});

test('[S31] who carries learns nothing by it: a manager is not given the note that they carried', async () => {
  const world = await serverWorld();
  const [dale, oscar] = [await world.tablet('dale'), await world.tablet('oscar')];
  const answer = await carry(oscar, aBatch(dale, notes(world, dale, 1)));
  expect(answer.scopes.map(({ scope }) => scope)).toEqual([agencyScope(world.agency2)]);
  expect(answer.pages).toEqual([]);
});

test.each<[string, (batch: Extract<Carried, { kind: 'batch' }>, world: ServerWorld) => Carried, string]>([
  ['a signature that was changed', (one) => ({ ...one, proof: { ...one.proof, signature: `AAAA${one.proof.signature.slice(4)}` } }), 'author-not-proved'],
  ['a list that was changed', (one) => ({ ...one, proof: { ...one.proof, hashes: [...one.proof.hashes, '0'.repeat(64)] } }), 'author-not-proved'],
  ['another actor', (one, world) => ({ ...one, proof: { ...one.proof, actor: world.users.marta } }), 'author-not-proved'],
  ['a device that nobody registered', (one, world) => ({ ...one, proof: { ...one.proof, device: newUuid(world.ids) } }), 'author-not-proved'],
  ['a word that was changed', (one) => ({ ...one, ops: one.ops.map((op) => ({ ...op, set: { text: 'forged' } })) }), 'hash-mismatch'],
  ['an op that claims another author', (one, world) => ({ ...one, ops: one.ops.map((op) => ({ ...op, actor: world.users.marta })) }), 'hash-mismatch'],
  ['a page that this server never gave', (one, world) => ({
    kind: 'page', ops: one.ops,
    page: { epoch: 'e', scope: visitScope(world.visit1), fromSeq: 0, toSeq: 1, list: one.ops.map((op, i) => [i + 1, op.id, one.proof.hashes[i] ?? '']), mac: '0'.repeat(64) },
  }), 'author-not-proved'],
])('[S31] %s proves nothing: quarantine, and the good batch beside it is stored', async (_what, forge, reason) => {
  const world = await serverWorld();
  const [dale, marta] = [await world.tablet('dale'), await world.tablet('marta')];
  const [bad, good] = [aBatch(dale, notes(world, dale, 1)), aBatch(dale, notes(world, dale, 1))];
  if (bad.kind !== 'batch') throw new Error('no batch');
  const answer = await carry(marta, forge(bad, world), good);
  expect(answer.carriedResults).toMatchObject([{ status: 'refused', reason }, { status: 'ok' }]);
  expect(await quarantined(world)).toMatchObject([{ reason, receivedFrom: world.users.marta }]);
});

test('[S33] a batch of which a part is carried is not forwarded: its list would tell of ops that the reader may not see', async () => {
  const world = await serverWorld();
  const [marta, dale, lucia] = [await world.tablet('marta'), await world.tablet('dale'), await world.tablet('lucia')];
  const inVisit = marta.seal(observation(world.visit1, newUuid(world.ids)));
  const inAgency = marta.seal(agencyFinding(world.agency1, newUuid(world.ids)));
  await carry(dale, aBatch(marta, [inVisit, inAgency], [inAgency]));
  const toLucia = await lucia.pullAll();
  expect(idsIn(toLucia, agencyScope(world.agency1))).toEqual([inAgency.id]);
  expect(toLucia.pages[0]?.proofs).toEqual([]);
  expect(JSON.stringify(toLucia)).not.toContain(inVisit.h);
});

test('[S6] a carried op of a newer build is held like a pushed one', async () => {
  const world = await serverWorld();
  const [dale, marta] = [await world.tablet('dale'), await world.tablet('marta')];
  const op = dale.seal({ scope: visitScope(world.visit1), entity: 'hologram', entityId: newUuid(world.ids), set: { text: 'x' } });
  expect((await carry(marta, aBatch(dale, [op]))).carriedResults).toEqual([{ id: op.id, status: 'held' }]);
  expect(await world.store.transaction((tx) => tx.ops.heldOps())).toMatchObject([{ id: op.id, via: 'bundle' }]);
});

test('[S31] [S7] however work is cut up, repeated and shared out among carriers, each op is there once and the chain holds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ by: fc.constantFrom('dale', 'marta'), carrier: fc.constantFrom('dale', 'marta', 'lucia', 'oscar'), from: fc.nat(7), count: fc.integer({ min: 1, max: 8 }), pushed: fc.boolean() }), { minLength: 1, maxLength: 8 }),
      async (steps) => {
        const world = await serverWorld();
        const tablets = { dale: await world.tablet('dale'), marta: await world.tablet('marta'), lucia: await world.tablet('lucia'), oscar: await world.tablet('oscar') };
        const written = { dale: notes(world, tablets.dale, 8), marta: notes(world, tablets.marta, 8) };
        const sent = new Set<string>();
        for (const { by, carrier, from, count, pushed } of steps) {
          const some = written[by].slice(from, from + count);
          for (const { id } of some) sent.add(id);
          const answer = pushed ? await tablets[by].sync(tablets[by].request(some)) : await carry(tablets[carrier], aBatch(tablets[by], written[by], some));
          for (const result of answer.carriedResults ?? answer.results) expect(['ok', 'duplicate']).toContain(result.status);
        }
        const rows = await storedIn(world, visitScope(world.visit1));
        expect(rows.map(({ id }) => id).toSorted()).toEqual([...sent].toSorted());
        expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
        expect(await quarantined(world)).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});
