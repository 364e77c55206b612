import { useTranslation } from 'react-i18next';
import type { GapReason } from '#core/rating/values.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { Pill } from '#client/ui/parts/Pill.tsx';
import styles from './FindingWords.module.css';
import { OtherLanguageTag } from './OtherLanguageTag.tsx';
import { PhotoRow } from './PhotoRow.tsx';
import { useFormat } from './useFormat.ts';

type FindingWordsProps = {
  readonly statement: string;
  readonly language: 'es' | 'en' | undefined;
  readonly reasons: readonly GapReason[];
  readonly photos: readonly { readonly id: string; readonly workingFile: string; readonly thumbFile: string; readonly takenAt: string }[];
  /** Where the photos lie. */
  readonly scope: ScopeId;
  readonly timeZone: string;
};

/** What was found: its words in their own language, the reasons, the shared photos. */
export function FindingWords({ statement, language, reasons, photos, scope, timeZone }: FindingWordsProps) {
  const { t } = useTranslation(['finding', 'vocabulary']);
  const format = useFormat();
  return (
    <div className={styles.words}>
      <p className={styles.statement}>
        <span lang={language}>{statement}</span> <OtherLanguageTag language={language} />
      </p>
      {reasons.length > 0 ? (
        <ul className={styles.reasons} aria-label={t('reasons')}>
          {reasons.map((reason) => <li key={reason}><Pill>{t(`vocabulary:gapReason.${reason}`)}</Pill></li>)}
        </ul>
      ) : null}
      <PhotoRow
        scope={scope}
        photos={photos.map((photo) => ({ ...photo, alt: t('photo.shared', { date: format.dateTime(photo.takenAt, timeZone) }) }))}
      />
    </div>
  );
}
