import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { visitScope } from '#core/op/scope.ts';
import { testApp } from '#test/server/builders/testApp.ts';

async function anAppWithAnInterview() {
  const app = await testApp();
  const { world } = app;
  const dale = await world.tablet('dale');
  await dale.write({ scope: visitScope(world.visit1), entity: 'interview', entityId: `${newUuid(world.ids)}/${world.users.dale}`, set: { code: 'E-DA-b03', text: 'canario' } });
  const purge = async (name: 'ana' | 'marta' | 'kate', payload: object) => {
    const call = await app.signIn(name);
    return call({ method: 'POST', url: '/api/admin/interviews/purge', payload });
  };
  return { app, purge };
}

test('[G2] the administrator erases an interview by the code that was said aloud, and is told only how many records there were', async () => {
  const { app, purge } = await anAppWithAnInterview();
  const check = await purge('ana', { code: ' e-da-B03 ', check: true });
  expect(check.json()).toEqual({ interviews: 1, ops: 1 });
  expect((await (await app.world.tablet('marta')).pullAll()).pages[0]?.ops[0]?.set).toMatchObject({ text: 'canario' });
  expect((await purge('ana', { code: 'E-DA-b03', check: false })).json()).toEqual({ interviews: 1, ops: 1 });
  expect((await (await app.world.tablet('marta')).pullAll()).pages[0]?.ops[0]).toMatchObject({ set: {}, salt: '' });
  expect((await purge('ana', { code: 'E-DA-b03', check: false })).json()).toEqual({ interviews: 0, ops: 0 });
});

test.each(['marta', 'kate'] as const)('[G2] %s, who is no administrator, erases nothing', async (name) => {
  const { app, purge } = await anAppWithAnInterview();
  expect((await purge(name, { code: 'E-DA-b03', check: false })).statusCode).toBe(403);
  expect((await (await app.world.tablet('marta')).pullAll()).purged).toBeUndefined();
});
