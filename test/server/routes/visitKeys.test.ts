import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import type { Me, VisitKey } from '#core/protocol/wire.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { testApp, type TestApp } from '#test/server/builders/testApp.ts';
import type { Name } from '#test/server/builders/serverWorld.ts';

async function ask(app: TestApp, name: Name, scope: string): Promise<readonly VisitKey[] | number> {
  const answer = await (await app.signIn(name))({ url: `/api/visits/${scope}/keys` });
  return answer.statusCode === 200 ? answer.json<VisitKey[]>() : answer.statusCode;
}

test('[H4] a visit’s team is given the same keys, and nobody else any', async () => {
  const app = await testApp(await openSqliteStore(':memory:', 0));
  const { world } = app;
  const scope = visitScope(world.visit1);
  await world.store.transaction((tx) => tx.people.addGrant({ userId: world.users.ines, scope, role: 'regional_manager', via: 'set-region' }));
  const keys = await ask(app, 'marta', scope);
  expect(keys).toEqual([{ id: expect.any(String), key: expect.stringMatching(/^[\w-]{43}$/) }]);
  expect(await ask(app, 'dale', scope)).toEqual(keys);
  for (const name of ['nuria', 'lucia', 'oscar', 'ana', 'ines', 'tomas', 'kate'] as const) expect([name, await ask(app, name, scope)]).toEqual([name, 404]);
  for (const other of [agencyScope(world.agency1), visitScope(newUuid(world.ids)), 'visit:x', 'x']) expect(await ask(app, 'marta', other)).toBe(404);
});

test('[H4] after the team is set anew there is a new key beside the old one, and who left is given neither', async () => {
  const app = await testApp(await openSqliteStore(':memory:', 0));
  const { world } = app;
  const scope = visitScope(world.visit1);
  const before = await ask(app, 'dale', scope);
  await (await world.tablet('marta')).command({ type: 'set-team', agency: world.agency1, visit: world.visit1, leader: world.users.marta, advisors: [] });
  const after = await ask(app, 'marta', scope);
  if (typeof before === 'number' || typeof after === 'number') throw new Error('refused');
  expect(after.map(({ id }) => id)).toEqual([...before.map(({ id }) => id), expect.any(String)]);
  expect(new Set(after.map(({ key }) => key)).size).toBe(2);
  expect(await ask(app, 'dale', scope)).toBe(404);
  expect(await ask(app, 'marta', scope)).toEqual(after);
});

test('[H5] a person is told the devices of those who share a scope with them, and of nobody else', async () => {
  const app = await testApp(await openSqliteStore(':memory:', 0));
  const { world } = app;
  const owners = async (name: Name): Promise<readonly string[]> => {
    const { devices = [] } = (await (await app.signIn(name))({ url: '/api/me' })).json<Me>();
    return [...new Set(devices.map(({ userId }) => userId))].sort();
  };
  for (const name of ['dale', 'lucia', 'oscar'] as const) await world.tablet(name);
  const { marta, dale, lucia, nuria, oscar } = world.users;
  // A team leader sees everybody by name, and still no device of another agency.
  for (const name of ['marta', 'dale', 'lucia'] as const) {
    const shown = await owners(name);
    expect(shown).toEqual([marta, dale, lucia].sort());
  }
  expect(await owners('oscar')).toEqual([nuria, oscar].sort());
});
