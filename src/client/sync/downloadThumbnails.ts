import { photosOfVisit, proofPhotosOf, sharedPhotosOf, type Photo } from '#core/visit/photo.ts';
import { scopeKind, type ScopeId } from '#core/op/scope.ts';
import { ok, type Result } from '#core/result.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import type { Api } from './api.ts';
import { fetchFile } from './fetchFile.ts';
import { inParallel } from './inParallel.ts';
import type { Postponed } from './postponed.ts';
import type { ApiFailure } from './request.ts';

const AT_ONCE = 4;

/** Fetches the thumbnails that records name and that are not here. Working copies come when somebody opens them (prepaid data). */
export async function downloadThumbnails(replica: Pick<Replica, 'scopes' | 'state'>, files: FileVault, api: Pick<Api, 'fileContent'>, postponed: Postponed, isWanted = (): boolean => false): Promise<Result<void, ApiFailure>> {
  const wanted = [...replica.scopes().keys()].flatMap((scope) => photosOf(replica, scope).map(({ thumbFile }) => ({ scope, sha256: thumbFile })));
  const missing = wanted.filter(({ scope, sha256 }) => sha256 !== '' && files.uploadOf(scope, sha256) === undefined && !postponed.has(`${scope} ${sha256}`));
  return inParallel(AT_ONCE, missing.map(({ scope, sha256 }) => async () => {
    const fetched = await fetchFile(files, api, scope, sha256);
    // Not there yet (its author's tablet has not sent it), not its bytes, or no room, which is no failure: text goes on. Asked
    // again later, not at every round.
    if (fetched.ok ? !fetched.value.kept : fetched.error.type === 'refused' || isNotItsBytes(fetched.error)) postponed.add(`${scope} ${sha256}`);
    else if (!fetched.ok) return fetched;
    return ok(undefined);
  }), () => !isWanted());
}

function photosOf(replica: Pick<Replica, 'state'>, scope: ScopeId): readonly Photo[] {
  const state = replica.state(scope);
  return scopeKind(scope) === 'visit' ? photosOfVisit(state) : [...sharedPhotosOf(state), ...proofPhotosOf(state)];
}

const isNotItsBytes = (failure: ApiFailure): boolean => failure.type === 'server' && failure.status === 200;
