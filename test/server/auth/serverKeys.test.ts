import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadServerKeys } from '#server/auth/serverKeys.ts';
import { sharedKeys } from '#server/auth/sharedKeys.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cotejo-keys-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('[S12] the server’s keys are made once, beside the database, readable by the server only', () => {
  const first = loadServerKeys(join(folder, 'server.key'));
  expect(loadServerKeys(join(folder, 'server.key'))).toEqual(first);
  expect(first.macKey).toHaveLength(32);
  expect(first.macKey).not.toEqual(first.fakeUserKey);
  expect(statSync(join(folder, 'server.key')).mode & 0o777).toBe(0o600);
});

test('a broken key file stops the server instead of orphaning every page', () => {
  writeFileSync(join(folder, 'server.key'), '{}');
  expect(() => loadServerKeys(join(folder, 'server.key'))).toThrow('not a key file');
});

test('[S28] instances of one database have the same keys: one that brings others, or none, does not start', async () => {
  const store = createMemoryStore();
  const path = join(folder, 'keys', 'server.key');
  const first = await sharedKeys(store, path);
  expect(await sharedKeys(store, path)).toEqual(first);
  const elsewhere = join(folder, 'elsewhere.key');
  expect(await sharedKeys(store, elsewhere)).toEqual({ ok: false, error: { type: 'other-server-key', path: elsewhere } });
  expect(existsSync(elsewhere)).toBe(false);
  loadServerKeys(elsewhere);
  expect(await sharedKeys(store, elsewhere)).toEqual({ ok: false, error: { type: 'other-server-key', path: elsewhere } });
});
