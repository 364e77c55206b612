import { expect, test } from 'vitest';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import { storeContract } from './storeContract.ts';

storeContract('memory', async () => createMemoryStore());

test('a restored snapshot is what was there when it was taken', async () => {
  const store = createMemoryStore();
  await store.transaction((tx) => tx.meta.set('epoch', 'first'));
  const snapshot = store.snapshot();
  await store.transaction((tx) => tx.meta.set('epoch', 'second'));
  store.restore(snapshot);
  expect(await store.transaction((tx) => tx.meta.get('epoch'))).toBe('first');
});
