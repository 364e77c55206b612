import { expect, test } from 'vitest';
import { SIGN_IN_KEY } from '#test/server/builders/serverWorld.ts';
import { testApp, type TestApp } from '#test/server/builders/testApp.ts';

const NEW_KEY = 'c3'.repeat(32);
const WRONG = '00'.repeat(32);
const enter = ({ call }: TestApp, signInKey: string) => call({ method: 'POST', url: '/api/auth/sign-in', payload: { email: 'dale@example.org', signInKey } });
type Caller = Awaited<ReturnType<TestApp['signIn']>>;
const change = (call: Caller, oldKey: string, endOtherSessions = false) =>
  call({ method: 'POST', url: '/api/password', payload: { oldKey, newKey: NEW_KEY, endOtherSessions } });

test('[A25] the old password proves who changes it: a session alone is not enough', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  expect((await change(dale, WRONG)).json()).toMatchObject({ code: 'wrong-password' });
  expect((await enter(app, NEW_KEY)).statusCode).toBe(401);
  expect((await change(dale, SIGN_IN_KEY)).statusCode).toBe(204);
  expect((await enter(app, NEW_KEY)).statusCode).toBe(204);
  expect((await enter(app, SIGN_IN_KEY)).statusCode).toBe(401);
});

test('[A25] other sessions of the person go on, or end where that is asked for; this one goes on', async () => {
  const app = await testApp();
  const [here, there, lucia] = [await app.signIn('dale'), await app.signIn('dale'), await app.signIn('lucia')];
  await change(here, SIGN_IN_KEY);
  expect((await there({ url: '/api/me' })).statusCode).toBe(200);
  await here({ method: 'POST', url: '/api/password', payload: { oldKey: NEW_KEY, newKey: SIGN_IN_KEY, endOtherSessions: true } });
  expect((await there({ url: '/api/me' })).statusCode).toBe(401);
  expect((await here({ url: '/api/me' })).statusCode).toBe(200);
  expect((await lucia({ url: '/api/me' })).statusCode).toBe(200);
});

test('[S22] guessing the old password on an open session slows down like guessing at the door', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  for (let i = 0; i < 5; i++) expect((await change(dale, WRONG)).statusCode).toBe(403);
  expect((await change(dale, SIGN_IN_KEY)).statusCode).toBe(429);
  expect((await enter(app, SIGN_IN_KEY)).statusCode).toBe(429);
});

test('[A2] a changed password stands in the audit log', async () => {
  const app = await testApp();
  await change(await app.signIn('dale'), SIGN_IN_KEY);
  const entries = await app.world.store.transaction((tx) => tx.audit.inOrder(0, 100));
  expect(entries.at(-1)).toMatchObject({ action: 'password-changed', actor: app.world.users.dale, subject: app.world.users.dale });
});
