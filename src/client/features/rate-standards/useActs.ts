import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '#core/op/change.ts';
import { undoOf } from '#core/rating/ratingChanges.ts';
import { entityOf } from '#core/op/scopeState.ts';
import { useSealErrorText } from '#client/parts/useSealErrorText.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { showUndoToast } from '#client/ui/parts/showUndoToast.tsx';

export type Acts = {
  /** One act of the person: sealed whole or not at all. With `said`, a toast says so and can undo it. Resolves to whether it is saved. */
  readonly act: (changes: readonly Change[], said?: string) => Promise<boolean>;
  readonly error: string | undefined;
};

export function useActs(): Acts {
  const workspace = useWorkspace();
  const { t } = useTranslation('common');
  const errorText = useSealErrorText();
  const [error, setError] = useState<string>();
  const act = useCallback(
    async (changes: readonly Change[], said?: string): Promise<boolean> => {
      const undo = changes.map((change) =>
        undoOf(change, change.entityId === null ? undefined : entityOf(workspace.state(change.scope), change.entity, change.entityId)));
      const sealed = await workspace.seal(changes);
      setError(sealed.ok ? undefined : errorText(sealed.error));
      if (sealed.ok && said !== undefined) {
        const takeBack = async (): Promise<void> => {
          const undone = await workspace.seal(undo);
          setError(undone.ok ? undefined : errorText(undone.error));
        };
        showUndoToast({ id: 'rating', text: said, undo: { label: t('undo'), onUndo: () => void takeBack() } });
      }
      return sealed.ok;
    },
    [workspace, errorText, t],
  );
  return { act, error };
}
