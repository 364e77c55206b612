import { describe, expect, test } from 'vitest';
import { SIGN_IN_KEY } from '#test/server/builders/serverWorld.ts';
import { testApp, type TestApp } from '#test/server/builders/testApp.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';

const attempt = ({ call }: TestApp, email: string, signInKey = 'ff'.repeat(32), headers = {}) =>
  call({ method: 'POST', url: '/api/auth/sign-in', payload: { email, signInKey }, headers });
const params = async ({ call }: TestApp, email: string): Promise<{ userId: string; installationId: string }> =>
  (await call({ method: 'POST', url: '/api/auth/params', payload: { email } })).json();

describe.each([['memory', async () => undefined], ['SQLite', () => openSqliteStore(':memory:', 0)]])('signing in, on %s', (_name, store) => {
  test('the right key opens a session, and signing out ends it', async () => {
    const app = await testApp(await store());
    const marta = await app.signIn('marta');
    expect((await marta({ url: '/api/me' })).statusCode).toBe(200);
    const out = await marta({ method: 'POST', url: '/api/auth/sign-out' });
    expect(out.statusCode).toBe(204);
    expect(out.cookies[0]).toMatchObject({ name: 'cotejo_session', value: '' });
    expect((await marta({ url: '/api/me' })).statusCode).toBe(401);
  });

  test('an e-mail is one however it is typed', async () => {
    const app = await testApp(await store());
    expect((await attempt(app, '  MARTA@Example.ORG ', SIGN_IN_KEY)).statusCode).toBe(204);
    expect(await params(app, ' Marta@example.org')).toEqual(await params(app, 'marta@example.org'));
  });

  test('[S22] five wrong keys are free, then each wait is longer, and the right key ends it', async () => {
    const app = await testApp(await store());
    for (let i = 0; i < 5; i++) expect((await attempt(app, 'marta@example.org')).statusCode).toBe(401);
    const waits: number[] = [];
    for (let i = 0; i < 7; i++) {
      const refused = await attempt(app, 'marta@example.org', SIGN_IN_KEY);
      expect(refused.statusCode).toBe(429);
      const seconds = Number(refused.headers['retry-after']);
      waits.push(seconds);
      app.world.ids.passMs(seconds * 1000);
      if (i < 6) expect((await attempt(app, 'marta@example.org')).statusCode).toBe(401);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
    expect((await attempt(app, 'marta@example.org', SIGN_IN_KEY)).statusCode).toBe(204);
    expect((await attempt(app, 'marta@example.org')).statusCode).toBe(401);
  });
});

test('[S22] a hundred tries at once are not a hundred guesses', async () => {
  const app = await testApp();
  const answers = await Promise.all(Array.from({ length: 100 }, () => attempt(app, 'marta@example.org')));
  expect(answers.filter(({ statusCode }) => statusCode === 401)).toHaveLength(5);
  expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(95);
  expect((await attempt(app, 'dale@example.org', SIGN_IN_KEY)).statusCode).toBe(204);
});

test('[S22] an e-mail that nobody has is answered like one that somebody has', async () => {
  const app = await testApp();
  const [known, unknown] = [await params(app, 'marta@example.org'), await params(app, 'nadie@example.org')];
  expect(known.userId).toBe(app.world.users.marta);
  expect(unknown.userId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(unknown.installationId).toBe(known.installationId);
  expect(await params(app, 'nadie@example.org')).toEqual(unknown);
  expect(await params(app, 'otra@example.org')).not.toEqual(unknown);

  const answers = await Promise.all([attempt(app, 'marta@example.org'), attempt(app, 'nadie@example.org')]);
  const [first, second] = answers.map(({ statusCode, body, headers }) => ({ statusCode, body, type: headers['content-type'] }));
  expect(first).toEqual(second);
  for (let i = 0; i < 4; i++) await attempt(app, 'nadie@example.org');
  expect((await attempt(app, 'nadie@example.org')).statusCode).toBe(429);
});

test('[S22] the key of one person does not open the session of nobody, nor of another', async () => {
  const app = await testApp();
  expect((await attempt(app, 'nadie@example.org', SIGN_IN_KEY)).statusCode).toBe(401);
});

test('[S23] the cookie is hidden from scripts and other sites, and Secure away from loopback', async () => {
  const app = await testApp();
  const local = (await attempt(app, 'marta@example.org', SIGN_IN_KEY)).headers['set-cookie'];
  expect(local).toMatch(/^cotejo_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Strict$/);
  for (const host of ['cotejo.example', '192.168.1.4:4173', 'localhost.example.com', '127.0.0.1.example.com']) {
    expect((await attempt(app, 'marta@example.org', SIGN_IN_KEY, { host })).headers['set-cookie']).toContain('; Secure');
  }
});

test('[S23] of a session only the hash of its token is stored', async () => {
  const app = await testApp();
  const token = (await attempt(app, 'marta@example.org', SIGN_IN_KEY)).cookies[0]?.value ?? '';
  expect(await app.world.store.transaction((tx) => tx.people.sessionByHash(token))).toBeUndefined();
  expect((await app.call({ url: '/api/me', headers: { cookie: `cotejo_session=${token}x` } })).statusCode).toBe(401);
});

test('[S23] a session lasts 30 days from its last use', async () => {
  const app = await testApp();
  const marta = await app.signIn('marta');
  const day = 24 * 60 * 60 * 1000;
  for (let i = 0; i < 3; i++) {
    app.world.ids.passMs(29 * day);
    const answer = await marta({ url: '/api/me' });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['set-cookie']).toContain('Max-Age=2592000');
  }
  expect((await marta({ url: '/api/me' })).headers['set-cookie']).toBeUndefined();
  app.world.ids.passMs(30 * day + 1);
  expect((await marta({ url: '/api/me' })).statusCode).toBe(401);
});

test('a person’s further devices get letters, the same device the same letter, and no device two owners', async () => {
  const app = await testApp();
  const [marta, dale] = [await app.signIn('marta'), await app.signIn('dale')];
  const [first, second] = [await app.world.tablet('dale'), await app.world.tablet('marta')];
  const register = (call: typeof marta, device: string, publicKey: string) => call({ method: 'POST', url: '/api/devices', payload: { device, publicKey } });
  const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
  const before = (await register(marta, id(1), first.publicKey)).json().letter;
  expect((await register(marta, id(1), first.publicKey)).json().letter).toBe(before);
  expect((await register(marta, id(2), first.publicKey)).json().letter).not.toBe(before);
  expect((await register(marta, id(1), second.publicKey)).statusCode).toBe(409);
  expect((await register(dale, id(1), first.publicKey)).statusCode).toBe(409);
  expect((await register(dale, id(3), 'AAAA')).json()).toMatchObject({ code: 'not-a-key' });
});
