import { expect, test } from 'vitest';
import { SIGN_IN_KEY } from '#test/server/builders/serverWorld.ts';
import { testApp } from '#test/server/builders/testApp.ts';

const emptySync = { ops: [], commands: [], cursors: {}, epoch: '' };

test('[A11] a session that writes in a loop waits as long as it is told, and a colleague at the same address does not', async () => {
  const app = await testApp();
  const [dale, marta] = [await app.signIn('dale'), await app.signIn('marta')];
  const write = (caller: typeof dale) => caller({ method: 'POST', url: '/api/sync', payload: emptySync });
  const statuses = new Set<number>();
  for (let n = 0; n < 1_200; n++) statuses.add((await dale({ method: 'POST', url: '/api/files/status', payload: {} })).statusCode);
  expect([...statuses]).toEqual([400]);
  const refused = await write(dale);
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'wait']);
  const seconds = Number(refused.headers['retry-after']);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
  expect((await dale({ url: '/api/me' })).statusCode).toBe(200);
  expect((await write(marta)).statusCode).toBe(200);
  app.world.ids.passMs(seconds * 1_000);
  expect((await write(dale)).statusCode).toBe(200);
});

test('[A11] an address without a session is let through 300 times a minute, with a false cookie too, and a session from there always', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  const ask = (n: number) => (n % 2 === 0
    ? app.call({ method: 'POST', url: '/api/auth/params', payload: { email: `p${n}@example.org` } })
    : app.call({ url: '/api/me', headers: { cookie: `cotejo_session=false${n}` } }));
  const answers: number[] = [];
  for (let n = 1; n < 300; n++) answers.push((await ask(n)).statusCode);
  expect(new Set(answers)).toEqual(new Set([200, 401]));
  expect((await ask(300)).statusCode).toBe(429);
  expect((await ask(301)).statusCode).toBe(429);
  expect((await dale({ url: '/api/me' })).statusCode).toBe(200);
});

test('[A11] behind a proxy the callers are told apart; without one, what a caller says of its address counts for nothing', async () => {
  const params = (address: string) => ({ method: 'POST' as const, url: '/api/auth/sign-in', payload: { email: 'dale@example.org', signInKey: SIGN_IN_KEY }, headers: { 'x-forwarded-for': address } });
  for (const [proxies, expected] of [[1, ['203.0.113.7']], [0, ['127.0.0.1']]] as const) {
    const app = await testApp(undefined, { proxies });
    await app.call(params('198.51.100.1, 203.0.113.7'));
    const entries = await app.world.store.transaction((tx) => tx.audit.entries({ action: 'sign-in' }, 99, 9));
    expect(entries.map(({ ip }) => ip)).toEqual(expected);
  }
});
