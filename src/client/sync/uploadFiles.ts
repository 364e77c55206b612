import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { ok, type Result } from '#core/result.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import type { Api } from './api.ts';
import type { Postponed } from './postponed.ts';
import type { ApiFailure } from './request.ts';

/**
 * Sends the files whose bytes the server has not verified, small ones first, chunk by chunk; chunks that arrived are not
 * sent again. A file that the server refuses stays here, waiting, is asked about again later, and does not hold up the others;
 * of a scope that the person may no longer read nothing is sent.
 */
export async function uploadFiles(
  files: FileVault, api: Pick<Api, 'fileStatus' | 'putChunk'>, granted: (scope: ScopeId) => boolean, postponed: Postponed,
): Promise<Result<void, ApiFailure>> {
  const waiting = [...(await files.waiting())].sort((a, b) => a.sizeBytes - b.sizeBytes);
  for (const { scope, sha256 } of waiting) {
    const name = `${scope} ${sha256}`;
    if (!granted(scope) || postponed.has(name)) continue;
    const sent = await uploadFile(files, api, scope, sha256);
    if (sent.ok) {
      if (sent.value) await files.markVerified(scope, sha256);
    } else if (sent.error.type === 'refused') postponed.add(name);
    else return sent;
  }
  return ok(undefined);
}

/** Gives whether the server has verified the whole. */
async function uploadFile(files: FileVault, api: Pick<Api, 'fileStatus' | 'putChunk'>, scope: ScopeId, sha256: string): Promise<Result<boolean, ApiFailure>> {
  const status = await api.fileStatus(scope, sha256);
  if (!status.ok) return status;
  if (status.value.verified) return ok(true);
  const bytes = await files.read(scope, sha256);
  if (!bytes) return ok(false);
  const total = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES));
  const there = new Set(status.value.chunks);
  for (let index = 0; index < total; index++) {
    if (there.has(index)) continue;
    const put = await api.putChunk(scope, sha256, index, total, bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES));
    if (!put.ok) return put;
    if (put.value.verified) return ok(true);
  }
  return ok(false);
}
