import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { SavedNote } from '#client/ui/parts/SavedNote.tsx';
import { useDeviceWord } from './useDeviceWord.ts';
import type { RecordWriter } from './useRecordWriter.ts';

/** Under the title of a record that saves itself: that the last tap is safe, or why it is not. */
export function RecordSaved({ writer }: { readonly writer: RecordWriter }) {
  const { t } = useTranslation('capture');
  const device = useDeviceWord();
  if (writer.errorText !== undefined) return <Banner tone="bad" boxed alert>{writer.errorText}</Banner>;
  const saved = writer.savedCount > 0;
  return <SavedNote text={saved ? t(`draft.saved.${device}`) : t('savesItself')} saved={saved} />;
}
