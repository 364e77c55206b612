import { useState } from 'react';
import type { Change } from '#core/op/change.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import type { Sealed, SealOptions } from '#client/storage/workspace.ts';
import { useSealErrorText } from './useSealErrorText.ts';

export type Sealing = {
  /** Writes one act of the person; `undefined` when it was not written, and then `errorText` says why. */
  readonly seal: (changes: readonly Change[], options?: SealOptions) => Promise<Sealed | undefined>;
  readonly errorText: string | undefined;
  readonly sealing: boolean;
};

/** Acts of one tap, with what went wrong in words. Typed text has `useDraftText`. */
export function useSealing(): Sealing {
  const workspace = useWorkspace();
  const sealErrorText = useSealErrorText();
  const [errorText, setErrorText] = useState<string>();
  const [sealing, setSealing] = useState(false);
  const seal = async (changes: readonly Change[], options?: SealOptions): Promise<Sealed | undefined> => {
    setSealing(true);
    const sealed = await workspace.seal(changes, options);
    setSealing(false);
    setErrorText(sealed.ok ? undefined : sealErrorText(sealed.error));
    return sealed.ok ? sealed.value : undefined;
  };
  return { seal, errorText, sealing };
}
