import { useTranslation } from 'react-i18next';
import type { SizeBand, Standard } from '#core/manual/edition.ts';
import { levelFor } from '#core/manual/standardItems.ts';
import { useInterfaceLanguage } from '#client/parts/useInterfaceLanguage.ts';
import { ManualText, type ManualTextLanguage } from '#client/parts/ManualText.tsx';
import styles from './StandardFacts.module.css';

/** Level for this agency, directive, and what must be done how often. */
export function StandardFacts({ standard, size, language }: { readonly standard: Standard; readonly size: SizeBand; readonly language: ManualTextLanguage }) {
  const { t } = useTranslation(['rating', 'vocabulary']);
  const screenLanguage = useInterfaceLanguage();
  const level = levelFor(standard, size);
  return (
    <div className={styles.facts}>
      <span><strong>{t(`vocabulary:level.${level}`)}</strong></span>
      {standard.levels === undefined ? <span>{t('facts.noLevels')}</span> : null}
      {standard.tier === undefined ? null : <span>{t('facts.tier', { tier: standard.tier })}</span>}
      {standard.directiveRequired ? <span>{t('facts.directive')}</span> : null}
      {standard.activities.map((activity, at) => (
        <span key={at}>
          <ManualText text={activity.text} language={language === 'both' ? screenLanguage : language} />
          {`: ${t(`vocabulary:frequency.${activity.frequency}`)}`}
        </span>
      ))}
    </div>
  );
}
