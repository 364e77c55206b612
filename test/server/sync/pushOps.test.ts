import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { sealOp } from '#core/op/op.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import { DeviceUnknown, HashesWanted } from '#server/sync/proveBatch.ts';
import { agencyFinding, idsIn, observation, serverWorld } from '#test/server/builders/serverWorld.ts';

const quarantined = async (world: Awaited<ReturnType<typeof serverWorld>>) => world.store.transaction((tx) => tx.ops.quarantined());

test('[S1] what an advisor pushes is what the team leader pulls, byte for byte', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const op = dale.seal(observation(world.visit1, newUuid(world.ids), 'Evidence room unlocked — ñ 🔒'));
  expect((await dale.sync(dale.request([op]))).results).toEqual([{ id: op.id, status: 'ok' }]);

  const answer = await (await world.tablet('marta')).pullAll();
  const page = answer.pages.find(({ scope }) => scope === visitScope(world.visit1));
  expect(page?.list).toEqual([[1, op.id, op.h]]);
  expect(page?.ops.map(unpackOp)).toEqual([op]);
  expect(page?.proofs.map(({ hashes }) => hashes)).toEqual([[op.h]]);
});

test('[S4] a push whose answer was lost can be sent again and changes nothing', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const request = dale.request([dale.seal(observation(world.visit1, newUuid(world.ids)))]);
  await dale.sync(request);
  const again = await dale.sync(request);
  expect(again.results.map(({ status }) => status)).toEqual(['duplicate']);
  expect(again.pages[0]?.list).toHaveLength(1);
});

test('[S4] one op twice in one batch is stored once', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const op = dale.seal(observation(world.visit1, newUuid(world.ids)));
  const answer = await dale.sync(dale.request([op, op]));
  expect(answer.results.map(({ status }) => status)).toEqual(['ok', 'duplicate']);
  expect(answer.pages[0]?.list).toHaveLength(1);
});

test('[S4] a known id with other content is refused and the first stays', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const op = dale.seal(observation(world.visit1, newUuid(world.ids), 'first'));
  await dale.sync(dale.request([op]));
  const other = sealOp({ ...op, set: { text: 'second' } });
  const answer = await dale.sync(dale.request([other]));
  expect(answer.results).toEqual([{ id: op.id, status: 'refused', reason: 'id-reused' }]);
  expect((await dale.pullAll()).pages[0]?.ops[0]?.set).toEqual({ text: 'first' });
  expect((await quarantined(world)).map(({ h }) => h)).toEqual([other.h]);
});

test('[S3] an op that was changed after signing is refused alone', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const [good, bad] = [1, 2].map(() => dale.seal(observation(world.visit1, newUuid(world.ids))));
  if (!good || !bad) throw new Error('no op');
  const request = dale.request([bad, good]);
  const [packedBad, packedGood] = request.ops;
  if (!packedBad || !packedGood) throw new Error('no op');
  const answer = await dale.sync({ ...request, ops: [{ ...packedBad, set: { text: 'forged' } }, packedGood] });
  expect(answer.results).toEqual([{ id: bad.id, status: 'refused', reason: 'hash-mismatch' }, { id: good.id, status: 'ok' }]);
  expect((await quarantined(world))[0]?.body).toContain('forged');
});

test('[S3] the hashes must be in the order of the ops', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const request = dale.request([1, 2].map(() => dale.seal(observation(world.visit1, newUuid(world.ids)))));
  const answer = await dale.sync({ ...request, ops: request.ops.toReversed() });
  expect(answer.results.map((result) => 'reason' in result && result.reason)).toEqual(['hash-mismatch', 'hash-mismatch']);
});

test('[S2] a batch with a broken signature is refused whole, kept whole, and commands nothing', async () => {
  const world = await serverWorld();
  const marta = await world.tablet('marta');
  const agency = newUuid(world.ids);
  const op = marta.seal({ scope: agencyScope(agency), entity: 'agency', entityId: agency, set: { name: 'X' } });
  const request = marta.request([op], { commands: [{ type: 'create-agency', agency }] });
  if (!request.batch) throw new Error('no batch');
  const answer = await marta.sync({ ...request, batch: { ...request.batch, signature: `AAAA${request.batch.signature.slice(4)}` } });
  expect(answer.results).toEqual([{ id: op.id, status: 'refused', reason: 'author-not-proved' }]);
  expect(answer.scopes.map(({ scope }) => scope)).not.toContain(agencyScope(agency));
  const [kept] = await quarantined(world);
  expect(kept?.body).toContain(op.salt);
  expect(kept?.body).toContain(request.batch.hashes[0]);
});

test('[S2] nobody writes in another person’s name, not even with a good signature of their own', async () => {
  const world = await serverWorld();
  const [dale, marta] = [await world.tablet('dale'), await world.tablet('marta')];
  const request = dale.request([dale.seal(observation(world.visit1, newUuid(world.ids)))]);
  if (!request.batch) throw new Error('no batch');
  const refusals = [
    await marta.sync(request),
    await dale.sync({ ...request, batch: { ...request.batch, actor: world.users.marta } }),
    await marta.sync({ ...request, batch: { ...request.batch, actor: world.users.marta } }),
    await dale.sync({ ...request, batch: { ...request.batch, device: marta.device } }),
    await dale.sync({ ops: request.ops, commands: [], cursors: {}, epoch: '' }),
    await dale.sync({ ...request, ops: [...request.ops, ...request.ops] }),
  ];
  for (const { results } of refusals) {
    expect(results[0]).toMatchObject({ status: 'refused', reason: 'author-not-proved' });
  }
  expect((await marta.pullAll()).pages).toEqual([]);
});

test('[S5] each refusal names its reason, and the good op among them is stored', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const finding = newUuid(world.ids);
  const results = await dale.write(
    observation(world.visit2, newUuid(world.ids)),
    agencyFinding(world.agency1, finding),
    { scope: visitScope(world.visit1), entity: 'rating', entityId: `e/s/${world.users.marta}`, set: { result: 'partial' } },
    { scope: visitScope(world.visit1), entity: 'observation', entityId: finding, set: { outcome: 7 } },
    { scope: visitScope(world.visit1), entity: 'observation', entityId: finding, set: {} },
    { scope: visitScope(newUuid(world.ids)), entity: 'observation', entityId: finding, set: { text: 'x' } },
    observation(world.visit1, newUuid(world.ids)),
  );
  expect(results.map((result) => ('reason' in result ? [result.reason, result.field] : result.status))).toEqual([
    ['no-grant', undefined], ['not-allowed', 'statement'], ['wrong-key', undefined], ['invalid-value', 'outcome'],
    ['nothing-set', undefined], ['no-grant', undefined], 'ok',
  ]);
  expect(await quarantined(world)).toHaveLength(6);
});

test('[S5] a scope that is no scope is refused, not crashed on', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const request = dale.request([dale.seal(observation(world.visit1, newUuid(world.ids)))]);
  const answer = await dale.sync({ ...request, ops: request.ops.map((op) => ({ ...op, scope: 'dossier:1' })) });
  expect(answer.results[0]).toMatchObject({ status: 'refused', reason: 'unknown-scope' });
});

test('[S5] a manager answers a finding and never rewords it', async () => {
  const world = await serverWorld();
  const [marta, lucia] = [await world.tablet('marta'), await world.tablet('lucia')];
  const finding = newUuid(world.ids);
  await marta.write(agencyFinding(world.agency1, finding));
  const results = await lucia.write(
    { ...agencyFinding(world.agency1, finding), set: { 'answer.value': 'accepted' } },
    agencyFinding(world.agency1, finding),
    { ...agencyFinding(world.agency1, finding), set: { 'answer.comment': 'ya', statement: 'Todo bien' } },
    observation(world.visit1, finding),
  );
  expect(results.map(({ status }) => status)).toEqual(['ok', 'refused', 'refused', 'refused']);
});

test('[S5] an op refused for want of a grant is accepted once the team has been set', async () => {
  const world = await serverWorld();
  const [dale, nuria] = [await world.tablet('dale'), await world.tablet('nuria')];
  const request = dale.request([dale.seal(observation(world.visit2, newUuid(world.ids)))]);
  expect((await dale.sync(request)).results[0]).toMatchObject({ reason: 'no-grant' });
  await nuria.command({ type: 'set-team', agency: world.agency2, visit: world.visit2, leader: world.users.nuria, advisors: [world.users.dale] });
  expect((await dale.sync(request)).results[0]).toMatchObject({ status: 'ok' });
});

test('[S6] an op of a newer build is held, not delivered, and stays held when it comes again', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const request = dale.request([
    dale.seal({ scope: visitScope(world.visit1), entity: 'observation', entityId: newUuid(world.ids), set: { smell: 'gas' } }),
    dale.seal({ scope: visitScope(world.visit1), entity: 'hologram', entityId: newUuid(world.ids), set: { text: 'x' } }),
  ]);
  expect((await dale.sync(request)).results.map(({ status }) => status)).toEqual(['held', 'held']);
  const again = await dale.sync(request);
  expect(again.results.map(({ status }) => status)).toEqual(['held', 'held']);
  expect(again.pages).toEqual([]);
  expect(await world.store.transaction((tx) => tx.ops.heldOps())).toHaveLength(2);
});

test('[S40] a tablet hears which of the ops that it believes to be held are not here, and of others’ ops it learns nothing', async () => {
  const world = await serverWorld();
  const [dale, nuria] = [await world.tablet('dale'), await world.tablet('nuria')];
  const held = dale.seal({ scope: visitScope(world.visit1), entity: 'observation', entityId: newUuid(world.ids), set: { smell: 'gas' } });
  const lost = dale.seal({ scope: visitScope(world.visit1), entity: 'observation', entityId: newUuid(world.ids), set: { smell: 'smoke' } });
  const theirs = nuria.seal(observation(world.visit2, newUuid(world.ids)));
  await nuria.sync(nuria.request([theirs]));
  await dale.sync(dale.request([held]));
  const answer = await dale.sync({ ...dale.request([]), held: [[held.id, held.h], [lost.id, lost.h], [theirs.id, lost.h]] });
  expect(answer.notHeld).toEqual([lost.id, theirs.id]);
  expect(await dale.sync({ ...dale.request([]), held: [[held.id, held.h]] })).not.toHaveProperty('notHeld');
});

test('[S18] a cloned tablet raises an alarm and loses nothing', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const first = dale.seal(observation(world.visit1, newUuid(world.ids)));
  const clone = sealOp({ ...first, id: newUuid(world.ids), entityId: newUuid(world.ids) });
  await dale.sync(dale.request([first]));
  const answer = await dale.sync(dale.request([clone]));
  expect(answer.results[0]?.status).toBe('ok');
  expect(idsIn(await dale.pullAll(), visitScope(world.visit1))).toEqual([first.id, clone.id]);
  expect(await world.store.transaction((tx) => tx.ops.alarms())).toMatchObject([{ n: first.n, firstId: first.id, otherId: clone.id }]);
});

test('[S30] a push without its hashes is proved by the recomputed ones, and its proof is kept and forwarded with them', async () => {
  const world = await serverWorld();
  const [dale, marta] = [await world.tablet('dale'), await world.tablet('marta')];
  const ops = [1, 2].map(() => dale.seal(observation(world.visit1, newUuid(world.ids))));
  const { batch, ...request } = dale.request(ops);
  if (!batch) throw new Error('no batch');
  const { hashes, ...short } = batch;
  const answer = await dale.sync({ ...request, batch: short });
  expect(answer.results.map(({ status }) => status)).toEqual(['ok', 'ok']);
  expect((await marta.pullAll()).pages[0]?.proofs).toEqual([{ ...short, hashes }]);
});

test('[S30] where the signature does not fit the recomputed hashes nothing is stored and the hashes are asked for', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const [good, bad] = [1, 2].map(() => dale.seal(observation(world.visit1, newUuid(world.ids))));
  if (!good || !bad) throw new Error('no op');
  const { batch, ...request } = dale.request([bad, good]);
  if (!batch) throw new Error('no batch');
  const { hashes, ...short } = batch;
  const changed = { ...request, ops: request.ops.map((op, index) => (index === 0 ? { ...op, timeZone: 'UTC' } : op)) };
  await expect(dale.sync({ ...changed, batch: short })).rejects.toThrow(HashesWanted);
  expect((await dale.pullAll()).pages).toEqual([]);
  expect(await quarantined(world)).toEqual([]);
  expect((await dale.sync({ ...changed, batch: { ...short, hashes } })).results.map(({ status }) => status)).toEqual(['refused', 'ok']);
});

test('[S30] in another person’s name nothing is asked for: the batch is refused', async () => {
  const world = await serverWorld();
  const [dale, marta] = [await world.tablet('dale'), await world.tablet('marta')];
  const { batch, ...request } = dale.request([dale.seal(observation(world.visit1, newUuid(world.ids)))]);
  if (!batch) throw new Error('no batch');
  const { hashes: _hashes, ...short } = batch;
  expect((await marta.sync({ ...request, batch: short })).results).toMatchObject([{ reason: 'author-not-proved' }]);
});

test('[S39] a batch from a device that nobody registered is not taken and not kept, so that it can be sent again', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const request = dale.request([dale.seal(observation(world.visit1, newUuid(world.ids)))]);
  if (!request.batch) throw new Error('no batch');
  await expect(dale.sync({ ...request, batch: { ...request.batch, device: newUuid(world.ids) } })).rejects.toThrow(DeviceUnknown);
  expect(await quarantined(world)).toEqual([]);
  expect((await dale.sync(request)).results).toMatchObject([{ status: 'ok' }]);
});
