import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findingFromRating } from '#core/finding/findingFromRating.ts';
import { allHeadIds, entityOf } from '#core/op/scopeState.ts';
import type { RatingDesk } from '#core/rating/ratingChanges.ts';
import { nextSpokenCode } from '#core/visit/spokenCode.ts';
import { useSealErrorText } from '#client/parts/useSealErrorText.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { showUndoToast } from '#client/ui/parts/showUndoToast.tsx';

/** One tap makes a draft finding of what is on the screen; a toast says its code and takes it back. */
export function useNewFinding(desk: RatingDesk): { readonly createFinding: (statement: string, language: 'es' | 'en') => Promise<void>; readonly error: string | undefined } {
  const workspace = useWorkspace();
  const { t } = useTranslation(['rating', 'common']);
  const errorText = useSealErrorText();
  const [error, setError] = useState<string>();
  const createFinding = useCallback(
    async (statement: string, language: 'es' | 'en') => {
      const id = workspace.newId();
      const code = nextSpokenCode('H', workspace.me.person.code, workspace.deviceLetter, workspace.spokenCodes());
      const sealed = await workspace.seal([findingFromRating(desk, { id, code, statement, statementLang: language })]);
      setError(sealed.ok ? undefined : errorText(sealed.error));
      if (!sealed.ok) return;
      const takeBack = async (): Promise<void> => {
        const saw = allHeadIds(entityOf(workspace.state(desk.scope), 'finding', id));
        const deleted = await workspace.seal([{ scope: desk.scope, entity: 'finding', entityId: id, set: { deleted: true }, saw }]);
        setError(deleted.ok ? undefined : errorText(deleted.error));
      };
      showUndoToast({ id: 'rating', text: t('said.finding', { code }), undo: { label: t('common:undo'), onUndo: () => void takeBack() } });
    },
    [workspace, desk, errorText, t],
  );
  return { createFinding, error };
}
