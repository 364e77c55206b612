import { sha256OfBytes } from '#core/bytes.ts';
import { photosOfVisit, proofPhotosOf, sharedPhotosOf, type Photo } from '#core/visit/photo.ts';
import { scopeKind, type ScopeId } from '#core/op/scope.ts';
import { ok, type Result } from '#core/result.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import type { Api } from './api.ts';
import type { Postponed } from './postponed.ts';
import type { ApiFailure } from './request.ts';

/** Fetches the pictures that records name and that are not here: all thumbnails first, then the working copies. */
export async function downloadFiles(replica: Replica, files: FileVault, api: Pick<Api, 'fileContent'>, postponed: Postponed): Promise<Result<void, ApiFailure>> {
  const wanted = [...replica.scopes().keys()].flatMap((scope) => photosOf(replica, scope).map((photo) => ({ scope, photo })));
  for (const pick of [(photo: Photo) => photo.thumbFile, (photo: Photo) => photo.workingFile]) {
    for (const { scope, photo } of wanted) {
      const fetched = await fetchFile(scope, pick(photo), files, api, postponed);
      if (!fetched.ok) return fetched;
    }
  }
  return ok(undefined);
}

function photosOf(replica: Replica, scope: ScopeId): readonly Photo[] {
  const state = replica.state(scope);
  return scopeKind(scope) === 'visit' ? photosOfVisit(state) : [...sharedPhotosOf(state), ...proofPhotosOf(state)];
}

async function fetchFile(scope: ScopeId, sha256: string, files: FileVault, api: Pick<Api, 'fileContent'>, postponed: Postponed): Promise<Result<void, ApiFailure>> {
  const name = `${scope} ${sha256}`;
  if (sha256 === '' || postponed.has(name) || (await files.has(scope, sha256))) return ok(undefined);
  const bytes = await api.fileContent(scope, sha256);
  if (!bytes.ok && bytes.error.type !== 'refused') return bytes;
  // Not there yet (its author's tablet has not sent it), or not its bytes, or no room: a full disk is no failure here, the picture
  // is on the server and text goes on. Asked again later, not at every round.
  const stored = bytes.ok && sha256OfBytes(bytes.value) === sha256 && (await files.store(scope, sha256, bytes.value, 'done')).ok;
  if (!stored) postponed.add(name);
  return ok(undefined);
}
