import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import { ok, type Result } from '#core/result.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import type { Api } from './api.ts';
import type { ApiFailure } from './request.ts';

/**
 * Sends the files whose bytes the server has not verified, small ones first, chunk by chunk; chunks that arrived are not
 * sent again. A file that the server refuses stays here, waiting, and does not hold up the others.
 */
export async function uploadFiles(files: FileVault, api: Pick<Api, 'fileStatus' | 'putChunk'>): Promise<Result<void, ApiFailure>> {
  const waiting = [...(await files.waiting())].sort((a, b) => a.sizeBytes - b.sizeBytes);
  for (const { scope, sha256 } of waiting) {
    const status = await api.fileStatus(scope, sha256);
    if (!status.ok) {
      if (isAboutThisFile(status.error)) continue;
      return status;
    }
    let verified = status.value.verified;
    if (!verified) {
      const bytes = await files.read(scope, sha256);
      if (!bytes) continue;
      const total = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES));
      const there = new Set(status.value.chunks);
      for (let index = 0; index < total && !verified; index++) {
        if (there.has(index)) continue;
        const put = await api.putChunk(scope, sha256, index, total, bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES));
        if (!put.ok) {
          if (isAboutThisFile(put.error)) break;
          return put;
        }
        verified = put.value.verified;
      }
    }
    if (verified) await files.markVerified(scope, sha256);
  }
  return ok(undefined);
}

const isAboutThisFile = (failure: ApiFailure): boolean => failure.type === 'refused';
