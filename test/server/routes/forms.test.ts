import { expect, test } from 'vitest';
import type { Form } from '#core/form/form.ts';
import type { Name } from '#test/server/builders/serverWorld.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import { testApp } from '#test/server/builders/testApp.ts';

const FORM: Form = { id: 'ronda', revision: 1, kind: 'checklist', title: { es: 'Ronda' }, programs: ['LE'], lists: {}, nodes: [
  { kind: 'question', name: 'q', type: 'yesNo', label: { es: '¿Sí?' }, hint: {}, required: false, constraintMessage: {}, standards: [], areas: [] },
] };

async function aServer() {
  const { app, world, cookieOf } = await testApp(createMemoryStore());
  const ask = async (who: Name, method: 'GET' | 'POST', payload?: object) => {
    const answer = await app.inject({ method, url: '/api/forms', headers: { cookie: await cookieOf(who) }, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json<{ hash?: string; forms?: readonly Form[]; revision?: number; code?: string }>() };
  };
  return { app, world, ask, cookieOf };
}

test('[A31] a leader adds a form, everybody on a team has it, and the profile says that there is news', async () => {
  const { app, ask, cookieOf } = await aServer();
  const hashOf = async (): Promise<unknown> => (await app.inject({ url: '/api/me', headers: { cookie: await cookieOf('dale') } })).json<{ formsHash?: string }>().formsHash;
  const before = await hashOf();
  expect(await ask('marta', 'POST', FORM)).toMatchObject({ status: 200, body: { revision: 1 } });
  expect((await ask('dale', 'GET')).body.forms).toEqual([FORM]);
  expect(await hashOf()).not.toBe(before);
});

test('[A31] the same form again changes nothing; other questions under its id are a new revision', async () => {
  const { ask } = await aServer();
  await ask('marta', 'POST', FORM);
  expect((await ask('marta', 'POST', FORM)).body.revision).toBe(1);
  expect((await ask('marta', 'POST', { ...FORM, title: { es: 'Otra ronda' } })).body.revision).toBe(2);
  expect((await ask('dale', 'GET')).body.forms?.map(({ revision }) => revision)).toEqual([2]);
});

test('[A31] an advisor adds none, and an agency sees none', async () => {
  const { ask } = await aServer();
  await ask('marta', 'POST', FORM);
  expect((await ask('dale', 'POST', FORM)).status).toBe(403);
  for (const method of ['GET', 'POST'] as const) expect((await ask('lucia', method, FORM)).status).toBe(403);
});

test('a form that is not one is refused and changes nothing', async () => {
  const { ask } = await aServer();
  for (const bad of [{}, { ...FORM, id: '../x' }, { ...FORM, nodes: [...FORM.nodes, ...FORM.nodes] }, { ...FORM, nodes: [{ kind: 'question' }] }]) {
    expect((await ask('marta', 'POST', bad)).status).toBe(400);
  }
  expect((await ask('marta', 'GET')).body.forms).toEqual([]);
});
