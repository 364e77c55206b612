import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isSharedFolder } from '#server/files/sharedFolder.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';

let folder = '';
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'cotejo-shared-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('instances that start together on one folder agree on it; one whose folder is another, or is not mounted, is told', async () => {
  const store = createMemoryStore();
  const shared = join(folder, 'shared');
  expect(await Promise.all(Array.from({ length: 5 }, () => isSharedFolder(store, shared)))).toEqual([true, true, true, true, true]);
  expect(await isSharedFolder(store, join(folder, 'not-mounted'))).toBe(false);
  const others = join(folder, 'others');
  await isSharedFolder(createMemoryStore(), others);
  expect(await isSharedFolder(store, others)).toBe(false);
  expect(await isSharedFolder(store, shared)).toBe(true);
});

test('of instances that start together on two folders, one keeps its folder', async () => {
  const store = createMemoryStore();
  const answers = await Promise.all(['a', 'b', 'c'].map((name) => isSharedFolder(store, join(folder, name))));
  expect(answers.filter(Boolean)).toHaveLength(1);
});
