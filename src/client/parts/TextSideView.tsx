import { useTranslation } from 'react-i18next';
import type { TextSide } from '#core/text/mergedView.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Author } from './Author.tsx';
import styles from './MergedText.module.css';
import { OtherLanguageTag } from './OtherLanguageTag.tsx';

type TextSideViewProps = { readonly side: TextSide; readonly timeZone: string; readonly place: number; readonly onTake?: () => void };

/** One of the texts that stand against each other: whose, when, and the way to keep it. */
export function TextSideView({ side, timeZone, place, onTake }: TextSideViewProps) {
  const { t } = useTranslation('capture');
  return (
    <div className={styles.side}>
      <span className={styles.head}>
        <Author userId={side.author} at={side.at} timeZone={timeZone} place={place} />
        <OtherLanguageTag language={side.language} />
      </span>
      <p className={styles.text} lang={side.text === '' ? undefined : side.language}>{side.text === '' ? t('merged.empty') : side.text}</p>
      {onTake ? <ActionButton onPress={onTake}>{t('merged.take')}</ActionButton> : null}
    </div>
  );
}
