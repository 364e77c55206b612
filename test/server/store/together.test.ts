import { expect, test } from 'vitest';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import type { Store } from '#server/store/store.ts';
import { together } from '#server/store/together.ts';

/** Counts commits. */
function aStore() {
  const store = createMemoryStore();
  let commits = 0;
  const counting: Store = { ...store, transaction: async (work) => {
    const value = await store.transaction(work);
    commits += 1;
    return value;
  } };
  return { store: counting, commits: () => commits };
}

test('writes that come together share a commit, in an order that every server keeps, and each gets its own answer', async () => {
  const { store, commits } = aStore();
  const order: string[] = [];
  const write = together(store, (word: string) => word, async (tx, word) => {
    order.push(word);
    await tx.meta.set('epoch', word);
    return `${word}!`;
  });
  expect(await Promise.all(['z', 'c', 'a', 'b'].map(write))).toEqual(['z!', 'c!', 'a!', 'b!']);
  expect(order).toEqual(['z', 'a', 'b', 'c']);
  expect(commits()).toBe(2);
});

test('one that fails fails alone, and nothing of it stays', async () => {
  const { store } = aStore();
  const write = together(store, (word: string) => word, async (tx, word) => {
    if (word === 'bad') await tx.meta.set('installationId', 'of the one that failed');
    if (word === 'bad') throw new Error('no');
    await tx.meta.set('epoch', word);
    return word;
  });
  const ended = await Promise.allSettled(['first', 'good', 'bad', 'better'].map(write));
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(await store.transaction((tx) => tx.meta.get('installationId'))).toBeUndefined();
  expect(await write('later')).toBe('later');
});
