import { expect, test } from 'vitest';
import { testApp } from '#test/server/builders/testApp.ts';
import { SIGN_IN_KEY } from '#test/server/builders/serverWorld.ts';

/** As a proxy beside the server passes on what a tablet at 203.0.113.7 sends to https://cotejo.example. */
async function signInThrough(proxies: number) {
  const app = await testApp(undefined, { proxies });
  const answer = await app.call({
    method: 'POST', url: '/api/auth/sign-in', payload: { email: 'marta@example.org', signInKey: SIGN_IN_KEY }, remoteAddress: '10.0.0.5',
    headers: {
      host: '127.0.0.1:4173', origin: 'https://cotejo.example',
      'x-forwarded-for': '203.0.113.7', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'cotejo.example',
    },
  });
  const [entry] = await app.world.store.transaction((tx) => tx.audit.entries({ action: 'sign-in' }, Number.MAX_SAFE_INTEGER, 1));
  return { status: answer.statusCode, cookie: answer.cookies[0], ip: entry?.ip };
}

test('behind one proxy the audit log has the tablet’s address, the cookie is Secure, and the origin is the public one', async () => {
  const { status, cookie, ip } = await signInThrough(1);
  expect([status, cookie?.secure, cookie?.httpOnly, ip]).toEqual([204, true, true, '203.0.113.7']);
});

test('without a proxy, what a request says of where it comes from counts for nothing', async () => {
  expect((await signInThrough(0)).status).toBe(403);
});
