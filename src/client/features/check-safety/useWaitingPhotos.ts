import { useEffect, useState } from 'react';
import { scopeKind, type ScopeId } from '#core/op/scope.ts';
import { observationsOf } from '#core/visit/observation.ts';
import { photosOfVisit, proofPhotosOf, type Photo } from '#core/visit/photo.ts';
import type { WaitingFile } from '#client/storage/files/fileVault.ts';
import type { Workspace } from '#client/storage/workspace.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { fileKey, type FileState, useFileProgress } from '#client/sync/fileProgress.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';

export type WaitingPhoto = {
  readonly scope: ScopeId;
  readonly photo: Photo;
  /** Of the observation that it belongs to; '' where there is none. */
  readonly code: string;
  /** Of its files that are not on the server. */
  readonly sizeBytes: number;
};

const RANK: Readonly<Record<FileState['kind'], number>> = { refused: 0, sending: 1, 'waiting-for-wifi': 2, waiting: 3, 'on-server': 4 };

/** Pictures whose files the server has not verified. Looked for again whenever one got there or came. */
export function useWaitingPhotos(): readonly WaitingPhoto[] {
  const workspace = useWorkspace();
  const waitingFiles = useSyncStatus((status) => status.waitingFiles);
  const arrived = useFileProgress(({ states }) => [...states.values()].filter(({ kind }) => kind === 'on-server').length);
  const states = useFileProgress((progress) => progress.states);
  const [files, setFiles] = useState<readonly WaitingFile[]>([]);
  useEffect(() => {
    let current = true;
    void workspace.files.waiting().then((waiting) => {
      if (current) setFiles(waiting);
    });
    return () => {
      current = false;
    };
  }, [workspace, waitingFiles, arrived]);
  const sizes = new Map(files.filter((file) => states.get(fileKey(file))?.kind !== 'on-server').map((file) => [fileKey(file), file.sizeBytes]));
  const rank = ({ scope, photo }: WaitingPhoto): number => Math.min(...[photo.workingFile, photo.thumbFile].map((sha256) => RANK[states.get(fileKey({ scope, sha256 }))?.kind ?? 'waiting']));
  return [...workspace.scopes().keys()].flatMap((scope) => photosIn(workspace, scope, sizes)).sort((a, b) => rank(a) - rank(b));
}

function photosIn({ state }: Workspace, scope: ScopeId, sizes: ReadonlyMap<string, number>): readonly WaitingPhoto[] {
  const isVisit = scopeKind(scope) === 'visit';
  const codes = isVisit ? new Map(observationsOf(state(scope)).map(({ id, code }) => [id, code])) : undefined;
  return (isVisit ? photosOfVisit(state(scope)) : proofPhotosOf(state(scope))).flatMap((photo) => {
    const sizeBytes = [photo.workingFile, photo.thumbFile].reduce((sum, sha256) => sum + (sizes.get(fileKey({ scope, sha256 })) ?? 0), 0);
    return sizeBytes === 0 ? [] : [{ scope, photo, code: codes?.get(photo.subject) ?? '', sizeBytes }];
  });
}
