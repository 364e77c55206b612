import { useCallback, useRef, useState } from 'react';
import type { FieldValues } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { entityOf } from '#core/op/scopeState.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { useSealErrorText } from './useSealErrorText.ts';

export type RecordTarget = { readonly scope: ScopeId; readonly entity: string; readonly entityId: string };

export type RecordWriter = {
  /** Seals one act; resolves to whether it was saved. `saw`: for a deletion. */
  readonly write: (set: FieldValues, saw?: readonly string[]) => Promise<boolean>;
  /** The fields that begin this record: the same every time, so that two first touches at once cannot give it two codes. */
  readonly whenNew: () => FieldValues;
  readonly errorText: string | undefined;
  /** How many acts this screen has saved: for a polite "saved". */
  readonly savedCount: number;
};

/** Writes the fields of one record, which begins with the first of them. One screen, one record: key the screen by it. */
export function useRecordWriter(target: RecordTarget, begin: () => FieldValues): RecordWriter {
  const workspace = useWorkspace();
  const sealErrorText = useSealErrorText();
  const { scope, entity, entityId } = target;
  const begun = useRef<FieldValues>(undefined);
  const latestBegin = useRef(begin);
  latestBegin.current = begin;
  const [errorText, setErrorText] = useState<string>();
  const [savedCount, setSavedCount] = useState(0);
  const whenNew = useCallback((): FieldValues => (begun.current ??= latestBegin.current()), []);

  const write = useCallback(
    async (set: FieldValues, saw?: readonly string[]): Promise<boolean> => {
      const isNew = entityOf(workspace.state(scope), entity, entityId) === undefined;
      const sealed = await workspace.seal([
        { scope, entity, entityId, set: isNew ? { ...whenNew(), ...set } : set, ...(saw === undefined ? {} : { saw }) },
      ]);
      setErrorText(sealed.ok ? undefined : sealErrorText(sealed.error));
      if (sealed.ok) setSavedCount((count) => count + 1);
      return sealed.ok;
    },
    [workspace, scope, entity, entityId, whenNew, sealErrorText],
  );
  return { write, whenNew, errorText, savedCount };
}
