import { onTestFinished } from 'vitest';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import type { Store } from '#server/store/store.ts';

let open: () => Promise<Store> = async () => createMemoryStore();

/** From here on this test file's worlds stand on another kind of store. A suite that is written for memory then runs on it too. */
export function useStore(other: () => Promise<Store>): void {
  open = async () => {
    const store = await other();
    onTestFinished(() => store.close());
    return store;
  };
}

export const newStore = (): Promise<Store> => open();
