import { useTranslation } from 'react-i18next';
import type { DraftText } from './useDraftText.ts';
import { useSealErrorText } from './useSealErrorText.ts';

export type DraftNote = { readonly text: string | undefined; readonly saved: boolean; readonly error: string | undefined };

/** What stands under a field that saves itself. While somebody types it says nothing new: no flicker at each key. */
export function useDraftNote(draft: Pick<DraftText, 'status' | 'error'>): DraftNote {
  const { t } = useTranslation('capture');
  const sealErrorText = useSealErrorText();
  const error = draft.error && sealErrorText(draft.error);
  switch (draft.status) {
    case 'clean': return { text: undefined, saved: false, error };
    case 'typing': return { text: t('draft.typing'), saved: false, error };
    case 'kept': return { text: t('draft.kept'), saved: true, error };
    case 'saved': return { text: t('draft.saved'), saved: true, error };
    case 'failed': return { text: undefined, saved: false, error };
  }
}
