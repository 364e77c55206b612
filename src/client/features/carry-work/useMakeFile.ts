import { useCallback, useEffect, useState } from 'react';
import type { ScopeId } from '#core/op/scope.ts';
import type { BundleOrder, BundleSize, FileChoice, MadeBundle } from '#client/storage/bundle/bundleOrder.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';

export type Making =
  | { readonly step: 'choosing' }
  | { readonly step: 'making'; readonly done: number; readonly total: number }
  | { readonly step: 'made'; readonly made: MadeBundle };

export type MakeFile = {
  /** `undefined` while it is looked at. */
  readonly size: BundleSize | undefined;
  readonly choice: FileChoice;
  readonly choose: (choice: FileChoice) => void;
  readonly making: Making;
  readonly make: (key: BundleOrder['key']) => Promise<void>;
  readonly again: () => void;
};

/** Looks at what a file of these scopes would hold, and makes it. `scopes`: the same list until it changes. */
export function useMakeFile(scopes: readonly ScopeId[]): MakeFile {
  const { handOver } = useWorkspace();
  const [size, setSize] = useState<BundleSize>();
  const [choice, choose] = useState<FileChoice>('all');
  const [making, setMaking] = useState<Making>({ step: 'choosing' });
  const look = useCallback(async () => setSize(await handOver.measure(scopes)), [handOver, scopes]);
  useEffect(() => void look(), [look]);
  return {
    size, choice, choose, making,
    make: async (key) => {
      setMaking({ step: 'making', done: 0, total: 0 });
      const made = await handOver.make({ scopes, files: choice, key }, (done, total) => setMaking({ step: 'making', done, total }));
      setMaking({ step: 'made', made });
    },
    again: () => {
      setMaking({ step: 'choosing' });
      void look();
    },
  };
}
