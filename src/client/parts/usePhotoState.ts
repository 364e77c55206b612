import type { ScopeId } from '#core/op/scope.ts';
import { useScopeState, useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { fileKey, type FileState, useFileProgress } from '#client/sync/fileProgress.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';

/** Where a picture is: `saved` waits here without a network. */
export type PhotoState = FileState | { readonly kind: 'saved' };

/** How far both files of a picture have come; `undefined` where it is not whole on this tablet: of a colleague's thumbnail nothing can be told. */
export function usePhotoState(scope: ScopeId, photo: { readonly workingFile: string; readonly thumbFile: string }): PhotoState | undefined {
  const { files } = useWorkspace();
  useScopeState(scope);
  const states = useFileProgress((progress) => progress.states);
  const reached = useSyncStatus((status) => status.network === 'reached');
  const names = [photo.workingFile, photo.thumbFile].filter((sha256) => files.uploadOf(scope, sha256) !== undefined);
  if (names[0] !== photo.workingFile) return undefined;
  const found = names.map((sha256): FileState => {
    const known = states.get(fileKey({ scope, sha256 }));
    return files.uploadOf(scope, sha256) === 'done' ? { kind: 'on-server' } : (known ?? { kind: 'waiting' });
  });
  const first = (kind: FileState['kind']): FileState | undefined => found.find((state) => state.kind === kind);
  // The working copy, which is first, says how far the picture is; the thumbnail is a moment's work.
  const way = first('refused') ?? (reached ? first('sending') : undefined) ?? first('waiting-for-wifi') ?? first('waiting') ?? first('sending');
  if (!way) return { kind: 'on-server' };
  return reached || way.kind === 'refused' ? way : { kind: 'saved' };
}
