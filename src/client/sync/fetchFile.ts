import { sha256OfBytes } from '#core/bytes.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import type { Api } from './api.ts';
import type { ApiFailure, OnProgress } from './request.ts';

export type FetchedFile = {
  readonly bytes: Uint8Array;
  /** Without room the bytes can be looked at and are not kept: the file is on the server. */
  readonly kept: boolean;
};

/** A file of a record: from this tablet, else from the server. What does not have its hash is never kept and never shown. */
export async function fetchFile(
  files: Pick<FileVault, 'read' | 'store'>, api: Pick<Api, 'fileContent'>, scope: ScopeId, sha256: string, onProgress?: OnProgress,
): Promise<Result<FetchedFile, ApiFailure>> {
  const here = await files.read(scope, sha256);
  if (here) return ok({ bytes: here, kept: true });
  const bytes = await api.fileContent(scope, sha256, onProgress);
  if (!bytes.ok) return bytes;
  if (sha256OfBytes(bytes.value) !== sha256) return err({ type: 'server', status: 200 });
  return ok({ bytes: bytes.value, kept: (await files.store(scope, sha256, bytes.value, 'done')).ok });
}
