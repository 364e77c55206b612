import { useCallback, useEffect, useState } from 'react';
import type { ScopeId } from '#core/op/scope.ts';
import type { Receipt } from '#core/visit/receipt.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';

/** The receipt of these scopes, made anew when anything changed. `scopes`: the same list until it changes. */
export function useReceipt(scopes: readonly ScopeId[]): Receipt | undefined {
  const workspace = useWorkspace();
  const [receipt, setReceipt] = useState<Receipt>();
  const make = useCallback(async () => setReceipt(await workspace.receipt(scopes)), [workspace, scopes]);
  useEffect(() => {
    void make();
    return workspace.subscribe(() => void make());
  }, [workspace, make]);
  return receipt;
}
