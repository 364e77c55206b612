import { randomUUID } from 'node:crypto';
import { openStore, type StoreSettings } from './store/openStore.ts';
import { setUpStore } from './store/setUpStore.ts';
import type { Store } from './store/store.ts';

/** Opens the database, making it and the folder of the data where they are not there yet. */
export async function openData(settings: StoreSettings): Promise<{ readonly store: Store; readonly installationId: string }> {
  const store = await openStore(settings, Date.now());
  try {
    return { store, ...(await setUpStore(store, randomUUID)) };
  } catch (error) {
    await store.close();
    throw error;
  }
}
