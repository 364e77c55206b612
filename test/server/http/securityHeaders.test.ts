import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testApp } from '#test/server/builders/testApp.ts';
import { aWalk, requestsOf } from '#test/server/routes/routeWalk.ts';

const folder = mkdtempSync(join(tmpdir(), 'cotejo-headers-'));
mkdirSync(join(folder, 'assets'));
for (const name of ['index.html', 'sw.js', 'assets/a-1.js']) writeFileSync(join(folder, name), 'x');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const POLICY = [
  "default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self' 'unsafe-inline'", "img-src 'self' blob: data:", "worker-src 'self'",
  "connect-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'",
];

/** Everything that a page may load comes from this server, and nothing may frame it. */
function expectStrict(headers: Record<string, unknown>, of: string): void {
  const directives = String(headers['content-security-policy']).split(';');
  expect([of, POLICY.filter((directive) => !directives.includes(directive))]).toEqual([of, []]);
  expect([of, directives.filter((directive) => /https?:|\*|unsafe-eval'/.test(directive.replace("'wasm-unsafe-eval'", '')))]).toEqual([of, []]);
  expect([of, headers['x-content-type-options'], headers['referrer-policy'], headers['x-powered-by']]).toEqual([of, 'nosniff', 'no-referrer', undefined]);
}

test('[A13] every route answers with the strict headers, whoever asks and whatever comes of it', async () => {
  const walk = await aWalk();
  const seen = new Set<string>();
  const caller = await walk.signIn('ana');
  for (const request of requestsOf(walk, walk.world.users.ana)) {
    walk.world.ids.passMs(1_000);
    const { headers } = await (seen.has(request.url.split('/').slice(0, 4).join('/')) ? caller : walk.call)(request);
    seen.add(request.url.split('/').slice(0, 4).join('/'));
    expectStrict(headers, request.url);
    expect([request.url, headers['cache-control']]).toEqual([request.url, 'no-store']);
  }
});

test('[A13] the app itself, its files and what is not there carry them too', async () => {
  const { call } = await testApp(undefined, { clientFolder: folder });
  for (const url of ['/', '/index.html', '/sw.js', '/assets/a-1.js', '/visits/x', '/nothing.js', '/api/nothing', '/api/live']) {
    expectStrict((await call({ url, headers: { accept: 'text/html' } })).headers, url);
  }
});
