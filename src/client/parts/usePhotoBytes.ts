import { useEffect, useState } from 'react';
import type { ScopeId } from '#core/op/scope.ts';
import { useScopeState, useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { type Progress, useSession } from './SessionContext.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';

export type PhotoBytes =
  | { readonly kind: 'opening' }
  | { readonly kind: 'here'; readonly bytes: Uint8Array }
  /** On its way from the server. */
  | { readonly kind: 'coming'; readonly progress: Progress | undefined }
  | { readonly kind: 'not-here'; readonly why: 'not-fetched' | 'no-network' | 'not-sent-yet' | 'server' };

/** A file of the vault; `fetches`: from the server where it is not here, and again when the network comes back. */
export function usePhotoBytes(scope: ScopeId, sha256: string, fetches: boolean): PhotoBytes {
  const { files } = useWorkspace();
  const { fetchFile } = useSession();
  const state = useScopeState(scope);
  const isOffline = useSyncStatus((status) => status.network === 'unreachable');
  const [found, setFound] = useState<PhotoBytes>({ kind: 'opening' });
  const isHere = found.kind === 'here';
  // What is missing may come with anything that changes the scope: then it looks again.
  useEffect(() => {
    if (isHere) return;
    let current = true;
    const show = (next: PhotoBytes): void => {
      if (current) setFound(next);
    };
    void (async () => {
      const bytes = await files.read(scope, sha256);
      if (bytes) return show({ kind: 'here', bytes });
      if (!fetches || !current) return show({ kind: 'not-here', why: 'not-fetched' });
      if (isOffline) return show({ kind: 'not-here', why: 'no-network' });
      show({ kind: 'coming', progress: undefined });
      const fetched = await fetchFile({ scope, sha256 }, (progress) => show({ kind: 'coming', progress }));
      show(fetched.ok ? { kind: 'here', bytes: fetched.value } : { kind: 'not-here', why: reasonOf(fetched.error.type) });
    })();
    return () => {
      current = false;
    };
  }, [files, fetchFile, scope, sha256, state, fetches, isOffline, isHere]);
  return found;
}

function reasonOf(failure: string): 'no-network' | 'not-sent-yet' | 'server' {
  if (failure === 'unreachable' || failure === 'captive-portal') return 'no-network';
  return failure === 'refused' ? 'not-sent-yet' : 'server';
}
