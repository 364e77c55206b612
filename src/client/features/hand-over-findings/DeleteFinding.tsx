import { IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { allHeadIds } from '#core/op/scopeState.ts';
import { useSealErrorText } from '#client/parts/useSealErrorText.ts';
import { useSealing } from '#client/parts/useSealing.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { showUndoToast } from '#client/ui/parts/showUndoToast.tsx';
import type { DraftEditProps } from './useDraftEdit.ts';

/** Deletes a draft at once, with the way back; an edit that was not seen brings it back by itself. */
export function DeleteFinding({ world, draft }: DraftEditProps) {
  const { t } = useTranslation(['finding', 'common']);
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const sealErrorText = useSealErrorText();
  const { seal, errorText, sealing } = useSealing();
  const at = { scope: world.visitScope, entity: 'finding', entityId: draft.id } as const;
  const toast = `delete ${draft.id}`;
  const undo = async (): Promise<void> => {
    const sealed = await workspace.seal([{ ...at, set: { deleted: false } }]);
    if (!sealed.ok) showUndoToast({ id: toast, text: sealErrorText(sealed.error) });
  };
  const remove = async (): Promise<void> => {
    const done = await seal([{ ...at, set: { deleted: true }, saw: allHeadIds(draft.entity) }]);
    if (!done) return;
    showUndoToast({
      id: toast,
      text: t('deleted.toast', { code: draft.code }),
      undo: { label: t('common:undo'), onUndo: () => void undo() },
    });
    await navigate({ to: '/visits/$visitId/findings', params: { visitId: world.visitId } });
  };
  return (
    <>
      {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
      <ActionButton kind="dangerSoft" icon={<IconTrash stroke={1.8} />} onPress={() => void remove()} disabled={sealing}>{t('deleted.action')}</ActionButton>
    </>
  );
}
