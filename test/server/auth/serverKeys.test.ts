import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadServerKeys } from '#server/auth/serverKeys.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cotejo-keys-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('[S12] the server’s keys are made once, beside the database, readable by the server only', () => {
  const first = loadServerKeys(folder);
  expect(loadServerKeys(folder)).toEqual(first);
  expect(first.macKey).toHaveLength(32);
  expect(first.macKey).not.toEqual(first.fakeUserKey);
  expect(statSync(join(folder, 'server.key')).mode & 0o777).toBe(0o600);
});

test('a broken key file stops the server instead of orphaning every page', () => {
  writeFileSync(join(folder, 'server.key'), '{}');
  expect(() => loadServerKeys(folder)).toThrow('not a key file');
});
