import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import { noticeRestore } from '#server/store/noticeRestore.ts';
import { setUpStore } from '#server/store/setUpStore.ts';
import { fixedIds } from '#test/server/builders/serverWorld.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cotejo-restore-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('[S11] the epoch changes when the database is not the one that ran last, and only then', async () => {
  const ids = fixedIds();
  const newId = () => newUuid(ids);
  const store = createMemoryStore();
  await setUpStore(store, newId);
  const epoch = () => store.transaction((tx) => tx.meta.get('epoch'));
  const first = await epoch();
  expect(await noticeRestore(store, folder, newId)).toBe(false);
  const backup = store.snapshot();
  expect(await noticeRestore(store, folder, newId)).toBe(false);
  expect(await epoch()).toBe(first);

  store.restore(backup);
  expect(await noticeRestore(store, folder, newId)).toBe(true);
  expect(await epoch()).not.toBe(first);

  rmSync(join(folder, 'server.boot'));
  expect(await noticeRestore(store, folder, newId)).toBe(true);
});
