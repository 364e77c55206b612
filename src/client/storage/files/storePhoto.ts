import type { ScopeId } from '#core/op/scope.ts';
import { ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { FileVault } from './fileVault.ts';
import type { PreparedPhoto } from './preparePhoto.ts';

export type PhotoVault = Pick<FileVault, 'has' | 'store'> & { readonly discard: (scope: ScopeId, sha256: string) => Promise<void> };

/** Takes away what this act has stored, when the record that names it could not be written. */
export type StoredPhoto = { readonly takeBack: () => Promise<void> };

/**
 * Both pictures or none: a thumbnail that no record names would wait for ever to be sent, and would forbid signing out.
 * Bytes that were here before stay.
 */
export async function storePhoto(files: PhotoVault, scope: ScopeId, photo: PreparedPhoto): Promise<Result<StoredPhoto, StorageError>> {
  const fresh: string[] = [];
  const takeBack = async (): Promise<void> => {
    for (const sha256 of fresh) await files.discard(scope, sha256);
  };
  for (const { sha256, bytes } of [photo.thumb, photo.working]) {
    if (await files.has(scope, sha256)) continue;
    const stored = await files.store(scope, sha256, bytes, 'waiting');
    if (!stored.ok) {
      await takeBack();
      return stored;
    }
    fresh.push(sha256);
  }
  return ok({ takeBack });
}
