import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { OP_VERSION } from '#core/op/op.ts';
import { packForPull, unpackOp } from '#core/protocol/packOp.ts';
import { visitScope } from '#core/op/scope.ts';
import { batchIdOf, opBody } from '#server/sync/opBody.ts';
import { releaseHeld } from '#server/sync/releaseHeld.ts';
import { idsIn, observation, serverWorld, type ServerWorld } from '#test/server/builders/serverWorld.ts';

/** As an older build left them: held, though this build knows their fields. */
async function heldByAnOlderBuild(world: ServerWorld, changes: readonly Change[]) {
  const dale = await world.tablet('dale');
  const ops = changes.map((change) => dale.seal(change));
  const { batch: proof } = dale.request(ops);
  if (!proof) throw new Error('no batch');
  const batch = batchIdOf(proof);
  await world.store.transaction(async (tx) => {
    await tx.ops.addBatch({ id: batch, proof, scopes: [visitScope(world.visit1)] });
    await tx.ops.holdOps(ops.map((op) => {
      const { id, h, scope, entity, entityId, actor, device, n } = op;
      return { id, h, scope, entity, entityId, actor, device, n, body: opBody(op), batch, receivedAt: op.at, receivedFrom: actor, via: 'push' };
    }));
  });
  return { dale, ops };
}

test('[S6] a build that knows the fields of held ops delivers them in order when it starts', async () => {
  const world = await serverWorld();
  const { dale, ops } = await heldByAnOlderBuild(world, [1, 2].map(() => observation(world.visit1, newUuid(world.ids))));
  await releaseHeld(world.store);
  await releaseHeld(world.store);
  expect(idsIn(await dale.pullAll(), visitScope(world.visit1))).toEqual(ops.map(({ id }) => id));
  expect((await dale.sync(dale.request(ops))).results.map(({ status }) => status)).toEqual(['duplicate', 'duplicate']);
});

test('[S6] [L24] an op of a newer version is held with all its members, and delivered as it was signed by the build that knows it', async () => {
  const world = await serverWorld();
  const [dale, marta] = [await world.tablet('dale'), await world.tablet('marta')];
  const sealed = dale.seal(observation(world.visit1, newUuid(world.ids)));
  const newer = unpackOp(Object.assign(packForPull(sealed), { v: OP_VERSION + 1, weather: { rain: true } }));
  expect((await dale.sync(dale.request([newer]))).results).toEqual([{ id: newer.id, status: 'held' }]);
  await releaseHeld(world.store);
  expect((await marta.pullAll()).pages).toEqual([]);
  await releaseHeld(world.store, OP_VERSION + 1);
  expect((await marta.pullAll()).pages.flatMap(({ ops }) => ops).map(unpackOp)).toEqual([newer]);
});

test('[S6] a held op that turns out not to be allowed goes to the quarantine, and one that is still unknown stays', async () => {
  const world = await serverWorld();
  const { dale, ops } = await heldByAnOlderBuild(world, [
    observation(world.visit2, newUuid(world.ids)),
    { ...observation(world.visit1, newUuid(world.ids)), set: { hologram: true } },
  ]);
  await releaseHeld(world.store);
  await world.store.transaction(async (tx) => {
    expect(await tx.ops.quarantined()).toMatchObject([{ id: ops[0]?.id, reason: 'no-grant' }]);
    expect((await tx.ops.heldOps()).map(({ id }) => id)).toEqual([ops[1]?.id]);
  });
  expect((await dale.pullAll()).pages).toEqual([]);
});
