import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEMO_NAMES } from '#server/demo/demoPeople.ts';
import { startServer } from '#server/startServer.ts';

// Real derivations, files and thousands of ops: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cotejo-server-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = (more = {}) => ({ port: 0, host: '127.0.0.1', dataFolder: join(folder, 'data'), demo: false, ...more });

async function start(more = {}, client?: string) {
  const started = await startServer(settings(more), client);
  if (!started.ok) throw new Error(started.error.type);
  return started.value;
}

test('the demo starts on an empty folder, and again on the same one with the same people', async () => {
  const first = await start({ demo: true });
  expect(first.demoAccounts).toHaveLength(DEMO_NAMES.length);
  expect((await fetch(`${first.url}/api/me`)).status).toBe(401);
  await first.close();
  const second = await start({ demo: true });
  expect(second.demoAccounts.map(({ id }) => id)).toEqual(first.demoAccounts.map(({ id }) => id));
  expect(second.restored).toBe(false);
  await second.close();
});

test('production does not start beside accounts whose password everybody knows', async () => {
  await (await start({ demo: true })).close();
  expect(await startServer(settings(), undefined)).toMatchObject({ ok: false, error: { type: 'demo-accounts-in-production' } });
});

test('a port that is in use is said, and nothing stays open', async () => {
  const running = await start();
  const port = Number(new URL(running.url).port);
  const second = await startServer(settings({ port, dataFolder: join(folder, 'other') }), undefined);
  expect(second).toMatchObject({ ok: false, error: { type: 'port-in-use', port } });
  await running.close();
});

test('[S11] a restored database is noticed at the start and gets a new epoch; an ordinary restart does not', async () => {
  const wasRestored = async (dataFolder = join(folder, 'data')) => {
    const running = await start({ dataFolder });
    await running.close();
    return running.restored;
  };
  expect(await wasRestored()).toBe(false);
  await cp(join(folder, 'data'), join(folder, 'other'), { recursive: true });
  expect(await wasRestored()).toBe(false);
  await cp(join(folder, 'data', 'server.boot'), join(folder, 'other', 'server.boot'));
  expect(await wasRestored(join(folder, 'other'))).toBe(true);
  expect(await wasRestored(join(folder, 'other'))).toBe(false);
});

test('the built app travels compressed to whoever takes it, under its own type and with the same caching', async () => {
  const client = join(folder, 'packed');
  mkdirSync(join(client, 'assets'), { recursive: true });
  const text = 'const word = 1;'.repeat(200);
  for (const name of ['index.html', 'service-worker.js', 'assets/a-1234.js', 'assets/a-1234.css']) {
    writeFileSync(join(client, name), text);
    writeFileSync(join(client, `${name}.br`), brotliCompressSync(text));
    writeFileSync(join(client, `${name}.gz`), gzipSync(text));
  }
  writeFileSync(join(client, 'assets/c.woff2'), text);
  const { url, close } = await start({}, client);
  const get = async (path: string, encoding: string) => {
    const answer = await fetch(url + path, { headers: { 'accept-encoding': encoding, accept: 'text/html,*/*' } });
    expect(await answer.text()).toBe(text);
    return ['content-encoding', 'content-type', 'cache-control', 'vary'].map((name) => answer.headers.get(name)?.split(';')[0] ?? null);
  };
  const forever = 'public, max-age=31536000, immutable';
  expect(await get('/assets/a-1234.js', 'gzip, deflate, br, zstd')).toEqual(['br', 'application/javascript', forever, 'accept-encoding']);
  expect(await get('/assets/a-1234.css', 'gzip')).toEqual(['gzip', 'text/css', forever, 'accept-encoding']);
  expect(await get('/assets/a-1234.js', 'identity')).toEqual([null, 'application/javascript', forever, 'accept-encoding']);
  expect(await get('/service-worker.js', 'br')).toEqual(['br', 'application/javascript', 'no-cache', 'accept-encoding']);
  expect(await get('/', 'br')).toEqual(['br', 'text/html', 'no-cache', 'accept-encoding']);
  expect(await get('/visitas/1', 'br')).toEqual(['br', 'text/html', 'no-cache', 'accept-encoding']);
  expect(await get('/assets/c.woff2', 'br, gzip')).toEqual([null, 'font/woff2', forever, 'accept-encoding']);
  await close();
});

test('the built app is served with types and caching that let it update, and addresses inside it give its page', async () => {
  const client = join(folder, 'client');
  mkdirSync(join(client, 'assets'), { recursive: true });
  const files = { 'index.html': '<!doctype html>', 'service-worker.js': '', 'manifest.webmanifest': '{}', 'assets/a-1234.js': '', 'assets/b.wasm': '', 'assets/c.woff2': '' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(client, name), text);
  const { url, close } = await start({}, client);
  const get = async (path: string, accept = '*/*') => {
    const answer = await fetch(url + path, { headers: { accept } });
    return [answer.status, answer.headers.get('content-type')?.split(';')[0], answer.headers.get('cache-control')];
  };
  const forever = 'public, max-age=31536000, immutable';
  expect(await get('/')).toEqual([200, 'text/html', 'no-cache']);
  expect(await get('/visitas/1', 'text/html,*/*')).toEqual([200, 'text/html', 'no-cache']);
  expect(await get('/service-worker.js')).toEqual([200, 'application/javascript', 'no-cache']);
  expect(await get('/manifest.webmanifest')).toEqual([200, 'application/manifest+json', 'no-cache']);
  expect(await get('/assets/a-1234.js')).toEqual([200, 'application/javascript', forever]);
  expect(await get('/assets/b.wasm')).toEqual([200, 'application/wasm', forever]);
  expect(await get('/assets/c.woff2')).toEqual([200, 'font/woff2', forever]);
  expect((await get('/assets/gone-1.js'))[0]).toBe(404);
  expect(await get('/api/unknown', 'text/html')).toEqual([404, 'application/json', 'no-store']);
  expect((await get('/..%2f..%2fbackup.sqlite'))[0]).not.toBe(200);
  await close();
});
