import { existsSync } from 'node:fs';
import { err, ok, type Result } from '#core/result.ts';
import type { Store } from '#server/store/store.ts';
import { fingerprintOf, loadServerKeys, type ServerKeys } from './serverKeys.ts';

/** The file is missing, or holds other keys than the instances that used this database before. */
export type KeyFileError = { readonly type: 'other-server-key'; readonly path: string };

/**
 * The keys of an installation with several instances: all must have the same, or one could not prove the other's pages. The database
 * keeps their fingerprint; only the first instance ever may make them.
 */
export async function sharedKeys(store: Store, path: string): Promise<Result<ServerKeys, KeyFileError>> {
  const known = await store.transaction((tx) => tx.meta.get('keyFingerprint'));
  if (known !== undefined && !existsSync(path)) return err({ type: 'other-server-key', path });
  const keys = loadServerKeys(path);
  const own = fingerprintOf(keys);
  const first = await store.transaction(async (tx) => {
    const before = await tx.meta.get('keyFingerprint');
    if (before === undefined) await tx.meta.set('keyFingerprint', own);
    return before ?? own;
  });
  return first === own ? ok(keys) : err({ type: 'other-server-key', path });
}
