import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Form } from '#core/form/form.ts';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import type { ScopeState } from '#core/op/scopeState.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Me } from '#core/protocol/wire.ts';
import type { Workspace } from './workspace.ts';

/** Present below the unlock screen; app provides it. */
export const WorkspaceContext = createContext<Workspace | undefined>(undefined);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('no unlocked workspace above this screen');
  return workspace;
}

/** The signed-in person and whom they may know, kept up to date. */
export function useMe(): Me {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, () => workspace.me);
}

/** The state of a scope, kept up to date. */
export function useScopeState(scope: ScopeId): ScopeState {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, () => workspace.state(scope));
}

export function useScopes(): ReturnType<Workspace['scopes']> {
  const workspace = useWorkspace();
  return useSyncExternalStore(workspace.subscribe, workspace.scopes);
}

/** The forms of this tablet; `undefined` while they are being opened. */
export function useForms(): readonly Form[] | undefined {
  const workspace = useWorkspace();
  const [forms, setForms] = useState<readonly Form[]>();
  const version = useSyncExternalStore(workspace.subscribe, workspace.formsVersion);
  useEffect(() => {
    let current = true;
    void workspace.forms().then((all) => {
      if (current) setForms(all);
    });
    return () => {
      current = false;
    };
  }, [workspace, version]);
  return forms;
}

export type OpenManual = { readonly kind: 'opening' } | { readonly kind: 'ready'; readonly index: ManualIndex } | { readonly kind: 'not-here' };

/** A manual of this tablet; `not-here` until it has been downloaded. */
export function useManual(edition: string | undefined, revision: number | undefined): OpenManual {
  const workspace = useWorkspace();
  const [manual, setManual] = useState<OpenManual>({ kind: 'opening' });
  const manualsVersion = useSyncExternalStore(workspace.subscribe, workspace.manualsVersion);
  useEffect(() => {
    if (edition === undefined || revision === undefined) return;
    let current = true;
    void workspace.openManual(edition, revision).then((index) => {
      if (current) setManual(index ? { kind: 'ready', index } : { kind: 'not-here' });
    });
    return () => {
      current = false;
    };
  }, [workspace, edition, revision, manualsVersion]);
  return manual;
}
