// @vitest-environment jsdom
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fileStatus } from '#core/protocol/wire.ts';
import { err, ok } from '#core/result.ts';
import { putBytes } from '#client/sync/putBytes.ts';

type Page = new (html: string, options: { readonly url: string }) => { readonly window: Pick<typeof globalThis, 'XMLHttpRequest'> };

let server: Server;
let answer: RequestListener;

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // The page is this server's own, as in the product.
  const { jsdom } = globalThis as unknown as { readonly jsdom: { readonly constructor: Page } };
  const { window } = new jsdom.constructor('', { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
  vi.stubGlobal('XMLHttpRequest', window.XMLHttpRequest);
});
afterEach(async () => {
  vi.unstubAllGlobals();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

const whole: RequestListener = (request, response) => {
  let got = 0;
  request.on('data', (part: Buffer) => { got += part.length; });
  request.on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ chunks: [got], verified: request.headers['x-cotejo-person'] === 'marta' })));
};
const saying = (status: number, type: string, body: string): RequestListener => (request, response) => {
  request.resume();
  request.on('end', () => response.writeHead(status, { 'content-type': type }).end(body));
};
const put = (onSent?: (sent: number) => void) => putBytes('/api/chunk', fileStatus, { bytes: new Uint8Array(300_000).fill(7), person: 'marta', onSent });

test('bytes arrive whole, in the name of the person, and their progress is told', async () => {
  answer = whole;
  const sent: number[] = [];
  expect(await put((bytes) => sent.push(bytes))).toEqual(ok({ chunks: [300_000], verified: true }));
  expect(sent.at(-1)).toBe(300_000);
});

test('a refusal, a portal’s page, a proxy without its server and a broken connection are told apart', async () => {
  answer = saying(422, 'application/json', '{"code":"file-kind","message":""}');
  expect(await put()).toEqual(err({ type: 'refused', status: 422, code: 'file-kind' }));
  answer = saying(200, 'text/html', '<html>');
  expect(await put()).toEqual(err({ type: 'captive-portal' }));
  answer = saying(503, 'text/html', '<html>');
  expect(await put()).toEqual(err({ type: 'unreachable' }));
  answer = saying(503, 'application/json', '{"code":"storage-unavailable","message":""}');
  expect(await put()).toEqual(err({ type: 'server', status: 503 }));
  answer = (_, response) => void response.destroy();
  expect(await put()).toEqual(err({ type: 'unreachable' }));
});
