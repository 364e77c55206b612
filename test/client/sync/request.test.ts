import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEVICE_HEADER, PERSON_HEADER } from '#core/protocol/wire.ts';
import { requestBytes, requestDone, requestJson } from '#client/sync/request.ts';
import { err, ok } from '#core/result.ts';

const realFetch = globalThis.fetch;
let server: Server;
let answer: RequestListener;

// In a browser the address is the page's own; here it is that of a server that answers as it is told.
beforeEach(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => realFetch(new URL(path, `http://127.0.0.1:${port}`), init));
});

afterEach(async () => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const named = v.object({ name: v.string() });

const saying = (status: number, type: string, body: string, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) => void response.writeHead(status, { 'content-type': type, ...headers }).end(body);
const json = (status: number, body: unknown, headers?: Readonly<Record<string, string>>): RequestListener =>
  saying(status, 'application/json; charset=utf-8', JSON.stringify(body), headers);
const portal = (status = 200): RequestListener => saying(status, 'text/html', '<html>Acepte las condiciones</html>');

const ask = (timeoutMs?: number) => requestJson('/api/thing', named, timeoutMs === undefined ? {} : { timeoutMs });

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

test('an answer of the expected shape is handed on', async () => {
  answer = json(200, { name: 'Lucía' });
  expect(await ask()).toEqual(ok({ name: 'Lucía' }));
});

test('a network’s own page is never taken for the server’s answer, whatever was asked', async () => {
  answer = portal();
  expect(await ask()).toEqual(err({ type: 'captive-portal' }));
  expect(await requestDone('/api/auth/sign-out', { method: 'POST', json: {} })).toEqual(err({ type: 'captive-portal' }));
  expect(await requestBytes('/api/files/a/b/content')).toEqual(err({ type: 'captive-portal' }));
});

test('a network’s own page is known also when it comes as a refusal', async () => {
  for (const status of [401, 403, 404, 511]) {
    answer = portal(status);
    expect(await ask(), String(status)).toEqual(err({ type: 'captive-portal' }));
  }
});

test('being sent to another address is a network’s doing and is not followed: the session’s cookie stays home', async () => {
  let asked = 0;
  answer = (_, response) => {
    asked += 1;
    response.writeHead(302, { location: '/login' }).end();
  };
  expect(await ask()).toEqual(err({ type: 'captive-portal' }));
  expect(asked).toBe(1);
});

test('JSON that breaks off in the middle is a broken network, and nothing of it is taken', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"name":"Lu', () => response.destroy());
  };
  expect(await ask()).toEqual(err({ type: 'unreachable' }));
});

test('a refusal that breaks off in the middle is a broken network, not a word of the server', async () => {
  answer = (_, response) => {
    response.writeHead(401, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"code":"no-', () => response.destroy());
  };
  expect(await ask()).toEqual(err({ type: 'unreachable' }));
});

test('what calls itself JSON and is none, or has another shape, is the server’s fault', async () => {
  for (const body of ['{"name":', '', '{"title":"x"}', 'null']) {
    answer = saying(200, 'application/json', body);
    expect(await ask(), body).toEqual(err({ type: 'server', status: 200 }));
  }
});

test('a file that breaks off in the middle is not half a file', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': '500' });
    response.write(Buffer.alloc(100), () => response.destroy());
  };
  expect(await requestBytes('/api/files/a/b/content')).toEqual(err({ type: 'unreachable' }));
});

test('a server that never answers is given up after the time that was set', async () => {
  answer = () => undefined;
  expect(await ask(50)).toEqual(err({ type: 'unreachable' }));
});

test('a server that stops in the middle of its answer is given up too', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"name":');
  };
  expect(await ask(200)).toEqual(err({ type: 'unreachable' }));
});

test('a server that is not there is no network, and nothing is thrown', async () => {
  answer = (request) => void request.socket.destroy();
  expect(await ask()).toEqual(err({ type: 'unreachable' }));
});

test('done means 204 and nothing else', async () => {
  answer = (_, response) => void response.writeHead(204).end();
  expect(await requestDone('/api/auth/sign-out', { method: 'POST', json: {} })).toEqual(ok(undefined));
  answer = json(200, {});
  expect(await requestDone('/api/auth/sign-out', { method: 'POST', json: {} })).toEqual(err({ type: 'captive-portal' }));
});

test('each refusal of the server keeps its meaning', async () => {
  const meanings: readonly (readonly [RequestListener, unknown])[] = [
    [json(401, { code: 'not-signed-in', message: 'para el registro' }), { type: 'unauthorized', code: 'not-signed-in' }],
    [json(403, { code: 'no-grant', message: 'para el registro' }), { type: 'refused', status: 403, code: 'no-grant' }],
    [json(404, { code: 'not-found', message: 'para el registro' }), { type: 'refused', status: 404, code: 'not-found' }],
    [json(429, { code: 'too-many', message: 'para el registro' }, { 'retry-after': '90' }), { type: 'too-many', retryAfterSeconds: 90 }],
    [json(429, { code: 'too-many', message: 'para el registro' }), { type: 'too-many', retryAfterSeconds: 30 }],
    [json(429, { code: 'too-many', message: 'para el registro' }, { 'retry-after': 'Sun, 22 Nov 2026 18:00:00 GMT' }), { type: 'too-many', retryAfterSeconds: 30 }],
    [json(500, { code: 'internal', message: 'para el registro' }), { type: 'server', status: 500 }],
    [json(400, ['not', 'an', 'error']), { type: 'refused', status: 400, code: 'unknown' }],
  ];
  for (const [listener, failure] of meanings) {
    answer = listener;
    expect(await ask()).toEqual(err(failure));
  }
});

test('a proxy’s page says what its status says: the server is away, or wait', async () => {
  for (const status of [502, 503, 504]) {
    answer = portal(status);
    expect(await ask(), String(status)).toEqual(err({ type: 'unreachable' }));
  }
  answer = portal(500);
  expect(await ask()).toEqual(err({ type: 'server', status: 500 }));
  answer = saying(429, 'text/html', '<html>slow down</html>', { 'retry-after': '12' });
  expect(await ask()).toEqual(err({ type: 'too-many', retryAfterSeconds: 12 }));
});

test('a long request travels compressed, a short one as it is, and both arrive whole', async () => {
  const arrived: string[] = [];
  answer = (request, response) => {
    void bodyOf(request).then((body) => {
      const zipped = request.headers['content-encoding'] === 'gzip';
      arrived.push(`${zipped ? 'gzip' : 'plain'} ${(zipped ? gunzipSync(body) : body).toString('utf8')}`);
      json(200, { name: 'ok' })(request, response);
    });
  };
  const long = { text: 'años '.repeat(1_000) };
  await requestJson('/api/sync', named, { method: 'POST', json: { text: 'año' } });
  await requestJson('/api/sync', named, { method: 'POST', json: long });
  expect(arrived).toEqual(['plain {"text":"año"}', `gzip ${JSON.stringify(long)}`]);
});

test('a piece of a file arrives byte by byte', async () => {
  const bytes = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7) & 0xff);
  let arrived: Buffer = Buffer.alloc(0);
  answer = (request, response) => {
    void bodyOf(request).then((body) => {
      arrived = body;
      json(200, { name: 'ok' })(request, response);
    });
  };
  await requestJson('/api/files/a/b/chunks/0', named, { method: 'PUT', bytes: bytes.subarray(1_000, 3_000) });
  expect([...arrived]).toEqual([...bytes.subarray(1_000, 3_000)]);
});

test('a request says whose it is and from which device', async () => {
  let said: unknown;
  answer = (request, response) => {
    said = [request.headers[PERSON_HEADER], request.headers[DEVICE_HEADER]];
    json(200, { name: 'Lucía' })(request, response);
  };
  await requestJson('/api/thing', named, { person: 'p', device: 'd' });
  expect(said).toEqual(['p', 'd']);
});
