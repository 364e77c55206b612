import { gzipSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MAX_OPS_PER_PUSH, MAX_PUSH_BYTES, syncAnswer } from '#core/protocol/wire.ts';
import * as v from 'valibot';
import { newUuid } from '#core/ids.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import { observation } from '#test/server/builders/serverWorld.ts';
import { testApp } from '#test/server/builders/testApp.ts';

const emptySync = { ops: [], commands: [], cursors: {}, epoch: '' };
const JSON_TYPE = { 'content-type': 'application/json' };

test('[S24] every route but signing in asks for a session', async () => {
  const { call, world } = await testApp();
  const file = `/api/files/agency:${world.agency1}/${'a'.repeat(64)}`;
  const urls = [
    ['GET', '/api/me'], ['POST', '/api/sync'], ['GET', '/api/live'], ['POST', '/api/devices'], ['GET', '/api/editions/e/1'],
    ['GET', '/api/editions/e/1/chapters/c/es'], ['GET', file], ['GET', `${file}/content`], ['PUT', `${file}/chunks/0?total=1`],
  ] as const;
  for (const [method, url] of urls) {
    const answer = await call({ method, url });
    expect([url, answer.statusCode, answer.json().code]).toEqual([url, 401, 'not-signed-in']);
  }
});

test('[S24] what is malformed is 400, too large 413, of another kind 415, unknown 404: always {code, message}, never stored', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  const sync = (payload: string | Buffer | object, headers = {}) => dale({ method: 'POST', url: '/api/sync', payload, headers: { ...JSON_TYPE, ...headers } });
  const answers = [
    [400, 'malformed', await sync('{"ops":')],
    [400, 'malformed', await sync({ ...emptySync, extra: 1 })],
    [400, 'malformed', await sync({ ...emptySync, ops: [{}] })],
    [400, 'malformed', await sync(Buffer.from('not gzip'), { 'content-encoding': 'gzip' })],
    [400, 'malformed', await dale({ method: 'POST', url: '/api/auth/params', payload: { email: '' } })],
    [413, 'too-large', await sync(`"${'a'.repeat(MAX_PUSH_BYTES)}"`)],
    [413, 'too-large', await sync({ ...emptySync, ops: Array.from({ length: MAX_OPS_PER_PUSH + 1 }, () => 0) })],
    [413, 'too-large', await sync(gzipSync(`"${'a'.repeat(MAX_PUSH_BYTES * 4)}"`), { 'content-encoding': 'gzip' })],
    [415, 'unsupported-media-type', await sync('a', { 'content-type': 'text/plain' })],
    [415, 'unsupported-media-type', await sync('a', { 'content-encoding': 'br' })],
    [404, 'not-found', await dale({ url: '/api/unknown' })],
    [404, 'not-found', await dale({ url: '/api', headers: { accept: 'text/html' } })],
    [404, 'not-found', await dale({ url: '/api/editions/none/1' })],
  ] as const;
  for (const [status, code, answer] of answers) {
    expect([answer.statusCode, answer.json()]).toEqual([status, { code, message: expect.any(String) }]);
    expect(answer.headers['cache-control']).toBe('no-store');
  }
});

test('[S30] a push whose signature does not fit, and that has no hashes, is answered 422 hashes-wanted', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  const tablet = await app.world.tablet('dale');
  const { batch, ...request } = tablet.request([tablet.seal(observation(app.world.visit1, newUuid(app.world.ids)))]);
  const payload = { ...request, batch: { device: tablet.device, actor: tablet.userId, signature: batch?.signature ?? '' }, ops: request.ops.map((op) => ({ ...op, timeZone: 'UTC' })) };
  const answer = await dale({ method: 'POST', url: '/api/sync', payload });
  expect([answer.statusCode, answer.json().code]).toEqual([422, 'hashes-wanted']);
});

test('[S24] what nobody foresaw is 500 with a reference and nothing of the inside', async () => {
  const store = createMemoryStore();
  let broken = false;
  const app = await testApp({ ...store, transaction: (work) => (broken ? Promise.reject(new Error('disk /secret/path full')) : store.transaction(work)) });
  const dale = await app.signIn('dale');
  broken = true;
  const answer = await dale({ url: '/api/me' });
  expect(answer.statusCode).toBe(500);
  expect(answer.json()).toEqual({ code: 'internal', message: expect.stringMatching(/Reference: [0-9a-f]{8}$/) });
  expect(answer.body).not.toContain('secret');
});

test('[S25] another site cannot make the browser write, even with the cookie', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  const send = (origin: string) => dale({ method: 'POST', url: '/api/sync', payload: emptySync, headers: { origin, host: 'cotejo.example' } });
  for (const origin of ['https://evil.example', 'null', 'https://cotejo.example.evil.example', 'https://cotejo.example:8443']) {
    expect([origin, (await send(origin)).statusCode]).toEqual([origin, 403]);
  }
  expect((await send('https://cotejo.example')).statusCode).toBe(200);
});

test('a push may be gzipped, and a long answer is when the tablet accepts it', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  const tablet = await app.world.tablet('dale');
  const request = tablet.request(Array.from({ length: 20 }, () => tablet.seal(observation(app.world.visit1, newUuid(app.world.ids)))));
  const headers = { ...JSON_TYPE, 'content-encoding': 'gzip', 'accept-encoding': 'br;q=1, gzip;q=0.8' };
  const answer = await dale({ method: 'POST', url: '/api/sync', payload: gzipSync(JSON.stringify(request)), headers });
  expect(answer.headers['content-encoding']).toBe('gzip');
  const plain = v.parse(syncAnswer, JSON.parse(gunzipSync(answer.rawPayload).toString()));
  expect(plain.results).toHaveLength(20);
  const again = await dale({ method: 'POST', url: '/api/sync', payload: request, headers: { 'accept-encoding': 'gzip;q=0' } });
  expect(again.headers['content-encoding']).toBeUndefined();
  expect(v.parse(syncAnswer, again.json()).results.map(({ status }) => status)).toContain('duplicate');
});

test('the security policy lets nothing in from outside, and WebAssembly run', async () => {
  const { call } = await testApp();
  const policy = String((await call({ url: '/api/me' })).headers['content-security-policy']);
  expect(policy.split(';')).toEqual([
    "default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self' 'unsafe-inline'", "img-src 'self' blob: data:",
    "worker-src 'self'", "connect-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'",
  ]);
});
