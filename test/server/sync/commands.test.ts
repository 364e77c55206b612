import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { packForPull } from '#core/protocol/packOp.ts';
import type { Command } from '#core/protocol/wire.ts';
import { observation, serverWorld } from '#test/server/builders/serverWorld.ts';

test('[S14] a new agency and its card go in one request', async () => {
  const world = await serverWorld();
  const marta = await world.tablet('marta');
  const agency = newUuid(world.ids);
  const card = marta.seal({ scope: agencyScope(agency), entity: 'agency', entityId: agency, set: { name: 'Policía de Ejemplo' } });
  const answer = await marta.sync(marta.request([card], { commands: [{ type: 'create-agency', agency }] }));
  expect(answer.results).toEqual([{ id: card.id, status: 'ok' }]);
  expect(answer.scopes).toContainEqual(expect.objectContaining({ scope: agencyScope(agency), roles: ['team_leader'] }));
});

test('[S14] the same command again changes nothing', async () => {
  const world = await serverWorld();
  const marta = await world.tablet('marta');
  const before = await marta.pullAll();
  const after = await marta.command(
    { type: 'create-agency', agency: world.agency1 },
    { type: 'set-team', agency: world.agency1, visit: world.visit1, leader: world.users.marta, advisors: [world.users.dale] },
    { type: 'name-manager', agency: world.agency1, user: world.users.lucia },
  );
  expect(after.scopes).toEqual(before.scopes);
  const grants = await world.store.transaction((tx) => tx.people.grantsIn(agencyScope(world.agency1)));
  expect(grants.map(({ role, via }) => [role, via.slice(0, 6)])).toHaveLength(4);
});

test('[S14] advisors and managers create no agency', async () => {
  const world = await serverWorld();
  for (const name of ['dale', 'lucia'] as const) {
    const tablet = await world.tablet(name);
    const before = (await tablet.pullAll()).scopes;
    const agency = newUuid(world.ids);
    expect((await tablet.command({ type: 'create-agency', agency })).scopes).toEqual(before);
    expect(await world.store.transaction((tx) => tx.ops.scopeById(agencyScope(agency)))).toBeUndefined();
  }
});

test('[S14] nobody gets into another agency by a command', async () => {
  const world = await serverWorld();
  const { agency1, visit1, users } = world;
  for (const name of ['nuria', 'dale', 'lucia', 'oscar'] as const) {
    const tablet = await world.tablet(name);
    const before = (await tablet.pullAll()).scopes;
    const answer = await tablet.command(
      { type: 'create-agency', agency: agency1 },
      { type: 'set-team', agency: agency1, visit: visit1, leader: users.nuria, advisors: [users.dale] },
      { type: 'set-team', agency: agency1, visit: newUuid(world.ids), leader: users.nuria, advisors: [] },
      { type: 'name-manager', agency: agency1, user: users.oscar },
    );
    expect(answer.scopes).toEqual(before);
  }
  expect((await (await world.tablet('oscar')).pullAll()).scopes.map(({ scope }) => scope)).toEqual([agencyScope(world.agency2)]);
});

test('[S14] a team whose card came by a colleague’s hand is set when its command comes, and not once it was set anew', async () => {
  const world = await serverWorld();
  const { agency1, visit1, users } = world;
  const [marta, dale] = [await world.tablet('marta'), await world.tablet('dale')];
  const without = (advisors: string[]) => ({ type: 'set-team' as const, agency: agency1, visit: visit1, leader: users.marta, advisors });
  const card = (advisor: string) => marta.seal({ scope: agencyScope(agency1), entity: 'visit', entityId: visit1, set: { leader: users.marta, [`member.${advisor}`]: true } });
  const [first, second] = [card(users.dale), card(users.nuria)];
  const push = marta.request([first], { commands: [without([])] });
  if (!push.batch) throw new Error('no batch');
  await dale.sync({ ...dale.request([]), carried: [{ kind: 'batch', proof: push.batch, ops: [packForPull(first)] }] });
  const members = async () => (await world.store.transaction((tx) => tx.people.grantsIn(visitScope(visit1)))).map(({ userId }) => userId).toSorted();
  await marta.sync(push);
  expect(await members()).toEqual([users.marta]);
  await marta.sync(marta.request([second], { commands: [without([users.nuria])] }));
  await marta.sync(push);
  expect(await members()).toEqual([users.marta, users.nuria].toSorted());
});

test('[S15] a visit cannot be claimed for another agency', async () => {
  const world = await serverWorld();
  const { agency2, visit1, users } = world;
  const nuria = await world.tablet('nuria');
  const answer = await nuria.command({ type: 'set-team', agency: agency2, visit: visit1, leader: users.nuria, advisors: [] });
  expect(answer.scopes.map(({ scope }) => scope)).not.toContain(visitScope(visit1));
  expect((await (await world.tablet('dale')).pullAll()).scopes.map(({ scope }) => scope)).toContain(visitScope(visit1));
});

test('[S14] a team has people of the team only: no manager leads or joins a visit, and no stranger', async () => {
  const world = await serverWorld();
  const { agency1, visit1, users } = world;
  const marta = await world.tablet('marta');
  const team = { type: 'set-team', agency: agency1, visit: visit1, leader: users.marta, advisors: [users.dale] } as const;
  await marta.command(
    { ...team, leader: users.lucia, advisors: [] }, { ...team, leader: users.dale, advisors: [] },
    { ...team, advisors: [users.lucia] }, { ...team, advisors: [newUuid(world.ids)] },
    { type: 'name-manager', agency: agency1, user: users.dale },
  );
  const grants = await world.store.transaction((tx) => tx.people.grantsIn(visitScope(visit1)));
  expect(grants.map(({ userId, role }) => `${role} ${userId}`).sort()).toEqual([`team_leader ${users.marta}`, `technical_advisor ${users.dale}`]);
  expect((await (await world.tablet('lucia')).pullAll()).scopes).toMatchObject([{ scope: agencyScope(agency1), roles: ['accreditation_manager'] }]);
});

test('[S16] an advisor who left one visit keeps what another visit gave', async () => {
  const world = await serverWorld();
  const { agency1, visit1, users } = world;
  const marta = await world.tablet('marta');
  const second = newUuid(world.ids);
  await marta.command(
    { type: 'set-team', agency: agency1, visit: second, leader: users.marta, advisors: [users.dale] },
    { type: 'set-team', agency: agency1, visit: visit1, leader: users.marta, advisors: [] },
  );
  const dale = await world.tablet('dale');
  expect((await dale.pullAll()).scopes.map(({ scope }) => scope)).toEqual([agencyScope(agency1), visitScope(second)].sort());
  expect((await dale.write(observation(visit1, newUuid(world.ids))))[0]).toMatchObject({ reason: 'no-grant' });

  await marta.command({ type: 'set-team', agency: agency1, visit: second, leader: users.marta, advisors: [] });
  expect((await dale.pullAll()).scopes).toEqual([]);
});

test('[S1] what a team leader wrote before handing the visit over, in the same push, is not refused', async () => {
  const world = await serverWorld();
  const { agency1, visit1, users } = world;
  const marta = await world.tablet('marta');
  const team = (leader: string): Command => ({ type: 'set-team', agency: agency1, visit: visit1, leader, advisors: [] });
  const note = marta.seal(observation(visit1, newUuid(world.ids)));
  const answer = await marta.sync(marta.request([note], { commands: [team(users.nuria)] }));
  expect(answer.results).toEqual([{ id: note.id, status: 'ok' }]);
  expect(answer.scopes.map(({ scope }) => scope)).not.toContain(visitScope(visit1));
});

test('[S14] an old team that is sent again, because its answer was lost, does not come back', async () => {
  const world = await serverWorld();
  const { agency1, visit1, users } = world;
  const [marta, second] = [await world.tablet('marta'), await world.tablet('marta')];
  const request = (tablet: typeof marta, advisors: string[]) => {
    const card = tablet.seal({ scope: agencyScope(agency1), entity: 'visit', entityId: visit1, set: { [`member.${users.dale}`]: advisors.length > 0 } });
    return tablet.request([card], { commands: [{ type: 'set-team', agency: agency1, visit: visit1, leader: users.marta, advisors }] });
  };
  const old = request(marta, [users.dale]);
  await marta.sync(old);
  await second.sync(request(second, []));
  await marta.sync(old);
  expect((await (await world.tablet('dale')).pullAll()).scopes).toEqual([]);
});

test('[A4] a visit that is made later is read by who has its agency in their region, and by nobody of another region', async () => {
  const world = await serverWorld();
  const { agency1, users } = world;
  await world.store.transaction((tx) => tx.people.addGrant({ userId: users.ines, scope: agencyScope(agency1), role: 'regional_manager', via: 'set-region' }));
  const visit = newUuid(world.ids);
  await (await world.tablet('marta')).command({ type: 'set-team', agency: agency1, visit, leader: users.marta, advisors: [] });
  const ines = await world.tablet('ines');
  expect((await ines.pullAll()).scopes).toMatchObject([agencyScope(agency1), visitScope(visit)].sort().map((scope) => ({ scope, roles: ['regional_manager'] })));
  expect((await ines.write(observation(visit, newUuid(world.ids))))[0]).toMatchObject({ status: 'refused', reason: 'not-allowed' });
});
