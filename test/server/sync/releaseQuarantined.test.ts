import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { visitScope } from '#core/op/scope.ts';
import { releaseQuarantined } from '#server/sync/releaseQuarantined.ts';
import { err, ok } from '#core/result.ts';
import { idsIn, observation, serverWorld, type ServerWorld } from '#test/server/builders/serverWorld.ts';

const quarantined = (world: ServerWorld) => world.store.transaction((tx) => tx.ops.quarantined());
const release = async (world: ServerWorld) => {
  const [row] = await quarantined(world);
  return world.store.transaction((tx) => releaseQuarantined(tx, { id: row?.id ?? '', h: row?.h ?? '', by: world.users.nuria, atMs: world.ids.nowMs() }));
};

/** Dale's note in a visit that he is not on. */
async function aRefusedNote() {
  const world = await serverWorld();
  const [dale, nuria] = [await world.tablet('dale'), await world.tablet('nuria')];
  const note = dale.seal(observation(world.visit2, newUuid(world.ids)));
  const other = dale.seal(observation(world.visit1, newUuid(world.ids)));
  await dale.sync(dale.request([note, other]));
  const join = () => nuria.command({ type: 'set-team', agency: world.agency2, visit: world.visit2, leader: world.users.nuria, advisors: [world.users.dale] });
  return { world, dale, nuria, note, join };
}

test('[S38] what was refused for want of a right is delivered once there is the right, with its author and its proof, and the act is logged', async () => {
  const { world, nuria, note, join } = await aRefusedNote();
  expect(await release(world)).toEqual(err({ type: 'still-refused', reason: 'no-grant' }));
  await join();
  expect(await release(world)).toEqual(ok('ok'));
  expect(await quarantined(world)).toEqual([]);
  const answer = await nuria.pullAll();
  expect(idsIn(answer, visitScope(world.visit2))).toEqual([note.id]);
  expect(answer.pages.flatMap(({ ops }) => ops)).toMatchObject([{ actor: world.users.dale }]);
  const entries = await world.store.transaction((tx) => tx.audit.inOrder(0, 100));
  expect(entries.at(-1)).toMatchObject({ action: 'quarantine-released', actor: world.users.nuria, subject: note.id });
});

test('[S33] a released op does not tell how many others its batch had', async () => {
  const { world, nuria, join } = await aRefusedNote();
  await join();
  await release(world);
  expect((await nuria.pullAll()).pages.find(({ scope }) => scope === visitScope(world.visit2))?.proofs).toEqual([]);
});

test('[S38] an op that came again by itself meanwhile is not delivered twice', async () => {
  const { world, dale, nuria, note, join } = await aRefusedNote();
  await join();
  await dale.sync(dale.request([note]));
  expect(await release(world)).toEqual(ok('duplicate'));
  expect(idsIn(await nuria.pullAll(), visitScope(world.visit2))).toEqual([note.id]);
});

test('[S38] what nobody’s signature stands for is never released', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const request = dale.request([dale.seal(observation(world.visit1, newUuid(world.ids)))]);
  if (!request.batch) throw new Error('no batch');
  await dale.sync({ ...request, batch: { ...request.batch, signature: `AAAA${request.batch.signature.slice(4)}` } });
  expect(await release(world)).toEqual(err({ type: 'still-refused', reason: 'author-not-proved' }));
  expect(await quarantined(world)).toHaveLength(1);
  expect((await dale.pullAll()).pages).toEqual([]);
});

test('[S38] what is not there cannot be released', async () => {
  const world = await serverWorld();
  expect(await release(world)).toEqual(err({ type: 'not-in-quarantine' }));
});
