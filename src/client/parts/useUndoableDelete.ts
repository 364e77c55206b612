import { useTranslation } from 'react-i18next';
import { allHeadIds, entityOf } from '#core/op/scopeState.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { showUndoToast } from '#client/ui/parts/showUndoToast.tsx';
import type { RecordTarget } from './useRecordWriter.ts';
import { useSealing, type Sealing } from './useSealing.ts';
import { useSealErrorText } from './useSealErrorText.ts';

export type UndoableDelete = Pick<Sealing, 'errorText' | 'sealing'> & {
  /** Hides the record and offers it back for a while; resolves to whether it was hidden. */
  readonly remove: (target: RecordTarget, doneText: string) => Promise<boolean>;
};

/** Deletes a record. The op names every head that was there: an edit that it never saw brings the record back. */
export function useUndoableDelete(): UndoableDelete {
  const { t } = useTranslation('common');
  const workspace = useWorkspace();
  const sealErrorText = useSealErrorText();
  const { seal, errorText, sealing } = useSealing();

  const remove = async (target: RecordTarget, doneText: string): Promise<boolean> => {
    const saw = allHeadIds(entityOf(workspace.state(target.scope), target.entity, target.entityId));
    const sealed = await seal([{ ...target, set: { deleted: true }, saw }]);
    if (!sealed) return false;
    const id = `delete ${target.entityId}`;
    // The screen of the record is gone by then: a failure is said where the offer was.
    const undo = async (): Promise<void> => {
      const back = await workspace.seal([{ ...target, set: { deleted: false } }]);
      if (!back.ok) showUndoToast({ id, text: sealErrorText(back.error), undo: { label: t('retry'), onUndo: () => void undo() } });
    };
    showUndoToast({ id, text: doneText, undo: { label: t('undo'), onUndo: () => void undo() } });
    return true;
  };
  return { remove, errorText, sealing };
}
