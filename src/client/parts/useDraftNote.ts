import { useTranslation } from 'react-i18next';
import { MAX_TEXT_CHARS } from '#core/op/fieldType.ts';
import { useDeviceWord } from './useDeviceWord.ts';
import type { DraftText } from './useDraftText.ts';
import { useFormat } from './useFormat.ts';
import { useSealErrorText } from './useSealErrorText.ts';

export type DraftNote = { readonly text: string | undefined; readonly saved: boolean; readonly error: string | undefined };

/** What stands under a field that saves itself. While somebody types it says nothing new: no flicker at each key. */
export function useDraftNote(draft: Pick<DraftText, 'value' | 'status' | 'error' | 'onlyOnScreen'>): DraftNote {
  const { t } = useTranslation('capture');
  const sealErrorText = useSealErrorText();
  const format = useFormat();
  const device = useDeviceWord();
  const error = ((): string | undefined => {
    if (!draft.error) return undefined;
    if (draft.onlyOnScreen && draft.error.type === 'disk-full') return t(`draft.onlyOnScreen.${device}`);
    if (draft.error.type === 'too-long') return t('draft.tooLong', { length: format.number(draft.value.length), limit: format.number(MAX_TEXT_CHARS) });
    return sealErrorText(draft.error);
  })();
  switch (draft.status) {
    case 'clean': return { text: undefined, saved: false, error };
    case 'typing': return { text: t('draft.typing'), saved: false, error };
    case 'kept': return { text: t(`draft.kept.${device}`), saved: true, error };
    case 'saved': return { text: t(`draft.saved.${device}`), saved: true, error };
    case 'failed': return draft.onlyOnScreen ? { text: undefined, saved: false, error } : { text: t(`draft.kept.${device}`), saved: true, error };
  }
}
