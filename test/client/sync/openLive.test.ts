import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { err, ok } from '#core/result.ts';
import type { LiveEvent } from '#client/sync/liveEvents.ts';
import { openLiveOf } from '#client/sync/openLive.ts';

const realFetch = globalThis.fetch;
const PERSON = '00000000-0000-4000-8000-000000000002';
const DEVICE = '00000000-0000-4000-8000-000000000003';
let server: Server;
let answer: RequestListener;

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => realFetch(new URL(path, `http://127.0.0.1:${port}`), init));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

/** Opens, and waits for the first event. */
async function opened(abort = new AbortController()) {
  const heard: LiveEvent[] = [];
  let first: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => { first = resolve; });
  const over = openLiveOf(PERSON, DEVICE)((event) => { heard.push(event); first(); }, abort.signal);
  await Promise.race([begun, over]);
  return { heard, over };
}

const streaming = (then: (response: ServerResponse) => void = () => undefined): RequestListener => (request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' }).write(': open\n\n');
  if (request.headers['x-cotejo-person'] === PERSON) then(response);
};

test('what the server says is heard, and its end is an end', async () => {
  answer = streaming((response) => response.end('event: pull\ndata: {}\n\n'));
  const { heard, over } = await opened();
  expect(await over).toEqual(ok(undefined));
  expect(heard).toEqual([{ type: 'beat' }, { type: 'pull' }]);
});

test('[V5] 45 seconds of silence end a stream that is half open; one that speaks lives on', async () => {
  let speak: () => void = () => undefined;
  answer = streaming((response) => { speak = () => response.write(': still here\n\n'); });
  const { heard, over } = await opened();
  await vi.advanceTimersByTimeAsync(44_000);
  speak();
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  let ended = false;
  void over.then(() => { ended = true; });
  await vi.advanceTimersByTimeAsync(44_000);
  expect(ended).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await over).toEqual(err({ type: 'unreachable' }));
});

test('a network’s own page, a redirect to it, a refusal and a broken connection are told apart', async () => {
  const signal = new AbortController().signal;
  const open = () => openLiveOf(PERSON, DEVICE)(() => undefined, signal);
  answer = (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Acepte</html>');
  expect(await open()).toEqual(err({ type: 'captive-portal' }));
  answer = (_, response) => void response.writeHead(302, { location: 'http://portal.example/' }).end();
  expect(await open()).toEqual(err({ type: 'captive-portal' }));
  answer = (_, response) => void response.writeHead(401, { 'content-type': 'application/json' }).end('{"code":"not-signed-in","message":""}');
  expect(await open()).toEqual(err({ type: 'unauthorized', code: 'not-signed-in' }));
  answer = (request) => void request.socket.destroy();
  expect(await open()).toEqual(err({ type: 'unreachable' }));
});

test('whoever gives the stream up is rid of it', async () => {
  let left: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => { left = resolve; });
  answer = streaming((response) => response.on('close', left));
  const abort = new AbortController();
  const { over } = await opened(abort);
  abort.abort();
  expect(await over).toEqual(err({ type: 'unreachable' }));
  await gone;
});
