import { ok, type Result } from '#core/result.ts';
import type { FileVault, FileId } from '#client/storage/files/fileVault.ts';
import type { Api } from './api.ts';
import { fetchFile } from './fetchFile.ts';
import { inParallel } from './inParallel.ts';
import type { ApiFailure } from './request.ts';

const AT_ONCE = 4;

/**
 * Brings working copies before there is no network. `onProgress(done, total)` counts files. What its author's tablet has not
 * sent yet is left out; without room the rest is not asked for.
 */
export async function downloadPhotos(
  files: FileVault, api: Pick<Api, 'fileContent'>, wanted: readonly FileId[], onProgress: (done: number, total: number) => void,
): Promise<Result<void, ApiFailure | { readonly type: 'disk-full' }>> {
  const missing = wanted.filter(({ scope, sha256 }) => files.uploadOf(scope, sha256) === undefined);
  let done = 0;
  return inParallel<ApiFailure | { readonly type: 'disk-full' }>(AT_ONCE, missing.map(({ scope, sha256 }) => async () => {
    const fetched = await fetchFile(files, api, scope, sha256);
    if (!fetched.ok && fetched.error.type !== 'refused') return fetched;
    if (fetched.ok && !fetched.value.kept) return { ok: false, error: { type: 'disk-full' } };
    onProgress(++done, missing.length);
    return ok(undefined);
  }));
}
