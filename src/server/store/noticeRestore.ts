import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from './store.ts';

/**
 * Each start leaves one random word in the database and in a file beside it. Where they differ at the next start, the
 * database is not the one that ran last: a back-up was restored. Then the epoch is renewed, so that tablets forget their
 * cursors and push everything again. Gives whether it was so. A crash between the two writes costs one needless resend.
 * For SQLite, which one server has to itself.
 */
export async function noticeRestore(store: Store, dataFolder: string, newId: () => string): Promise<boolean> {
  const path = join(dataFolder, 'server.boot');
  const beside = existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
  const next = newId();
  const restored = await store.transaction(async (tx) => {
    const differs = (await tx.meta.get('bootNonce')) !== beside;
    if (differs) await tx.meta.set('epoch', newId());
    await tx.meta.set('bootNonce', next);
    return differs;
  });
  writeFileSync(path, `${next}\n`, { mode: 0o600, flush: true });
  return restored;
}

/**
 * The same for PostgreSQL, where instances come and go: the database keeps the word by which the cluster tells itself from every other.
 * A dump restored into a new database and a base back-up that was rolled forward have another; a dump restored over the same database has
 * not (the README says what to run then; and a tablet that is ahead begins anew by itself).
 */
export async function noticeOtherCluster(store: Store, identity: string, newId: () => string): Promise<boolean> {
  return store.transaction(async (tx) => {
    const before = await tx.meta.get('clusterIdentity');
    if (before === identity) return false;
    await tx.meta.set('clusterIdentity', identity);
    if (before === undefined) return false;
    await tx.meta.set('epoch', newId());
    return true;
  });
}
