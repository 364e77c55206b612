import type { Store } from './store.ts';

/** Gives a new store its installation id and first epoch; one that has them stays as it is. */
export async function setUpStore(store: Store, newId: () => string): Promise<{ readonly installationId: string }> {
  return store.transaction(async (tx) => {
    const known = await tx.meta.get('installationId');
    if (known !== undefined) return { installationId: known };
    const installationId = newId();
    await tx.meta.set('installationId', installationId);
    await tx.meta.set('epoch', newId());
    return { installationId };
  });
}

/** After a restored back-up: tablets forget their cursors and push everything again. */
export async function renewEpoch(store: Store, newId: () => string): Promise<void> {
  await store.transaction((tx) => tx.meta.set('epoch', newId()));
}
