import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { chainAfter } from '#core/op/chain.ts';
import type { Carried, KeptCommand, ScopeHome, SyncAnswer } from '#core/protocol/wire.ts';
import { renewEpoch } from '#server/store/setUpStore.ts';
import { observation, serverWorld, type ServerWorld, type TestTablet } from '#test/server/builders/serverWorld.ts';

/** What a tablet keeps of an answer, as it brings it back later. */
const pagesOf = ({ epoch, pages }: SyncAnswer): Carried[] =>
  pages.map(({ scope, fromSeq, toSeq, list, mac, ops, proofs }) => ({ kind: 'page', page: { epoch, scope, fromSeq, toSeq, list, mac }, proofs, ops }));
const homesOf = ({ scopes }: SyncAnswer): ScopeHome[] => scopes.flatMap(({ home }) => (home ? [home] : []));
const idsOf = async (world: ServerWorld, scope: ReturnType<typeof visitScope>) => (await world.store.transaction((tx) => tx.ops.opsAfter(scope, 0, 100))).map(({ id }) => id);
const scopesOf = async (tablet: TestTablet) => (await tablet.pullAll()).scopes.map(({ scope }) => scope);

/** An agency and a visit with a note in it, made on the first server; the second one has the same people and nothing else. */
async function aForgetfulServer() {
  const world = await serverWorld();
  const fresh = await serverWorld();
  const [marta, dale] = [await world.tablet('marta'), await world.tablet('dale')];
  const [agency, visit] = [newUuid(world.ids), newUuid(world.ids)];
  const card = marta.seal({ scope: agencyScope(agency), entity: 'visit', entityId: visit, set: { leader: world.users.marta, [`member.${world.users.dale}`]: true } });
  const team = { type: 'set-team' as const, agency, visit, leader: world.users.marta, advisors: [world.users.dale] };
  await marta.sync(marta.request([card], { commands: [{ type: 'create-agency', agency }, team] }));
  await dale.write(observation(visit, newUuid(world.ids), 'de Dale'));
  const kept: KeptCommand[] = [{ command: { type: 'create-agency', agency }, op: card.id, lamport: card.lamport }, { command: team, op: card.id, lamport: card.lamport }];
  const at = { marta: await fresh.tablet('marta'), dale: await fresh.tablet('dale'), lucia: await fresh.tablet('lucia') };
  return { world, fresh, agency, visit, card, kept, at, martas: await marta.pullAll(), dales: await dale.pullAll() };
}

test('[S32] [S34] an advisor’s tablet alone brings a whole visit back that the server forgot, and gives nobody a right by it', async () => {
  const { fresh, visit, agency, at, dales } = await aForgetfulServer();
  const answer = await at.dale.sync({ ...at.dale.request([]), carried: pagesOf(dales), homes: homesOf(dales) });
  expect(answer.carriedResults?.every(({ status }) => status === 'ok')).toBe(true);
  expect(await idsOf(fresh, visitScope(visit))).toHaveLength(1);
  expect(await idsOf(fresh, agencyScope(agency))).toHaveLength(1);
  expect(await scopesOf(at.dale)).not.toContain(visitScope(visit));
  const rows = await fresh.store.transaction((tx) => tx.ops.opsAfter(visitScope(visit), 0, 9));
  expect(rows).toMatchObject([{ via: 'restore', receivedFrom: fresh.users.dale }]);
});

test('[S35] the leader’s tablet gives the team its rights back, and then the advisor reads what they wrote', async () => {
  const { visit, agency, kept, at, martas, dales } = await aForgetfulServer();
  await at.dale.sync({ ...at.dale.request([]), carried: pagesOf(dales), homes: homesOf(dales) });
  await at.marta.sync({ ...at.marta.request([]), carried: pagesOf(martas), homes: homesOf(martas), kept });
  expect(await scopesOf(at.dale)).toEqual(expect.arrayContaining([agencyScope(agency), visitScope(visit)]));
  expect((await at.dale.pullAll()).pages.find(({ scope }) => scope === visitScope(visit))?.ops).toMatchObject([{ set: { text: 'de Dale' } }]);
});

test('[S34] without a home that the server itself wrote, a scope is not made again: its ops are refused and kept', async () => {
  const { fresh, visit, agency, at, dales } = await aForgetfulServer();
  const forged = homesOf(dales).map((home) => ({ ...home, createdBy: fresh.users.dale }));
  const answer = await at.dale.sync({ ...at.dale.request([]), carried: pagesOf(dales), homes: forged });
  const known = await fresh.store.transaction((tx) => tx.ops.scopesByIds([agencyScope(agency), visitScope(visit)]));
  expect(known.size).toBe(0);
  expect(answer.carriedResults).toContainEqual(expect.objectContaining({ reason: 'unknown-scope' }));
  expect((await at.dale.sync({ ...at.dale.request([]), carried: pagesOf(dales), homes: homesOf(dales) })).carriedResults?.every(({ status }) => status !== 'refused')).toBe(true);
});

test('[S34] a scope that is there stays as it is: who created the agency does not come back by its home', async () => {
  const world = await serverWorld();
  const marta = await world.tablet('marta');
  const homes = homesOf(await marta.pullAll());
  await world.store.transaction((tx) => tx.people.removeGrantsVia('create-agency'));
  await world.store.transaction((tx) => tx.people.removeGrantsVia(`visit:${world.visit1}`));
  expect((await marta.sync({ ...marta.request([]), homes })).scopes).toEqual([]);
});

test('[S35] a team that was set anew since is not replaced by the older one, whichever tablet comes first', async () => {
  const world = await serverWorld();
  const marta = await world.tablet('marta');
  const card = (advisor: string) => marta.seal({ scope: agencyScope(world.agency1), entity: 'visit', entityId: world.visit1, set: { [`member.${advisor}`]: true } });
  const [older, newer] = [card(world.users.dale), card(world.users.nuria)];
  const team = (advisor: string) => ({ type: 'set-team' as const, agency: world.agency1, visit: world.visit1, leader: world.users.marta, advisors: [advisor] });
  await marta.sync(marta.request([older], { commands: [team(world.users.dale)] }));
  await marta.sync(marta.request([newer], { commands: [team(world.users.nuria)] }));
  await marta.sync({ ...marta.request([]), kept: [{ command: team(world.users.dale), op: older.id, lamport: older.lamport }] });
  const members = await world.store.transaction((tx) => tx.people.grantsIn(visitScope(world.visit1)));
  expect(members.map(({ userId }) => userId).toSorted()).toEqual([world.users.marta, world.users.nuria].toSorted());
});

test('[S35] a team that is as it was set keeps its key', async () => {
  const world = await serverWorld();
  const marta = await world.tablet('marta');
  const keys = () => world.store.transaction((tx) => tx.visitKeys.keysOf(visitScope(world.visit1)));
  await world.store.transaction((tx) => tx.visitKeys.add({ id: newUuid(world.ids), scope: visitScope(world.visit1), key: 'k', retired: false, madeAt: 't' }));
  const before = await keys();
  await marta.command({ type: 'set-team', agency: world.agency1, visit: world.visit1, leader: world.users.marta, advisors: [world.users.dale] });
  expect(await keys()).toEqual(before);
});

test('[S36] a page of this epoch that the log does not hold any more tells that a back-up was restored: the epoch is renewed, and everything comes again', async () => {
  const world = await serverWorld();
  const [marta, dale] = [await world.tablet('marta'), await world.tablet('dale')];
  await marta.write(observation(world.visit1, newUuid(world.ids)));
  const held = await marta.pullAll();
  const fresh = await serverWorld();
  await fresh.store.transaction((tx) => tx.meta.set('epoch', held.epoch));
  const there = await fresh.tablet('dale');
  const cursors = { [visitScope(world.visit1)]: 1 };
  expect((await there.sync(there.request([], { cursors, epoch: held.epoch }))).epoch).toBe('');
  const answer = await there.sync({ ...there.request([], { cursors, epoch: held.epoch }), carried: pagesOf(held) });
  expect(answer.epoch).not.toBe('');
  expect(answer.epoch).not.toBe(held.epoch);
  expect(answer.pages[0]).toMatchObject({ fromSeq: 0, toSeq: 1 });
  // The server that did not forget it keeps its epoch.
  expect((await dale.sync({ ...dale.request([]), carried: pagesOf(held) })).epoch).toBe(held.epoch);
});

test('[S32] pages of an earlier epoch are taken as often as they come, once', async () => {
  const world = await serverWorld();
  const marta = await world.tablet('marta');
  await marta.write(observation(world.visit1, newUuid(world.ids)), observation(world.visit1, newUuid(world.ids)));
  const held = await marta.pullAll();
  await renewEpoch(world.store, () => newUuid(world.ids));
  const answer = await marta.sync({ ...marta.request([]), carried: [...pagesOf(held), ...pagesOf(held)] });
  expect(answer.carriedResults?.every(({ status }) => status === 'duplicate')).toBe(true);
  expect(await idsOf(world, visitScope(world.visit1))).toHaveLength(2);
});

test('[S37] an answer says how much each scope has and what its chain is, and where it belongs only to who has nothing of it', async () => {
  const world = await serverWorld();
  const marta = await world.tablet('marta');
  const op = marta.seal(observation(world.visit1, newUuid(world.ids)));
  await marta.sync(marta.request([op]));
  const { epoch, scopes } = await marta.pullAll();
  const visit = scopes.find(({ scope }) => scope === visitScope(world.visit1));
  expect(visit).toMatchObject({ count: 1, chain: chainAfter('0'.repeat(64), op.h), home: { agency: world.agency1 } });
  const later = await marta.sync(marta.request([], { epoch, cursors: { [visitScope(world.visit1)]: 1 } }));
  expect(later.scopes.find(({ scope }) => scope === visitScope(world.visit1))).not.toHaveProperty('home');
});
