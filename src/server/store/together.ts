import type { Store, StoreTransaction } from './store.ts';

/** In one transaction at most: what waits longer holds a lock longer. */
const MOST = 50;

/**
 * Small writes that come while another is under way share the next transaction, since each commit waits for the disk. In order of `keyOf`, so that two
 * servers lock in the same order. One that fails fails alone: its companions are done again without it.
 */
export function together<Item, Done>(store: Store, keyOf: (item: Item) => string, work: (tx: StoreTransaction, item: Item) => Promise<Done>): (item: Item) => Promise<Done> {
  type Waiting = { readonly item: Item; readonly done: (value: Done) => void; readonly failed: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let running = false;
  const runBatch = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const results = await store.transaction(async (tx) => {
        const values: Done[] = [];
        for (const { item } of batch) values.push(await work(tx, item));
        return values;
      });
      for (const [index, value] of results.entries()) batch[index]?.done(value);
    } catch (error) {
      const [only, ...more] = batch;
      if (more.length === 0) only?.failed(error);
      else for (const one of batch) await runBatch([one]);
    }
  };
  const run = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST).sort((a, b) => (keyOf(a.item) < keyOf(b.item) ? -1 : 1));
      waiting = waiting.slice(MOST);
      await runBatch(batch);
    }
    running = false;
  };
  return (item) => new Promise((done, failed) => {
    waiting.push({ item, done, failed });
    if (!running) void run();
  });
}
