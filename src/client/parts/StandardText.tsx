import { useTranslation } from 'react-i18next';
import type { Standard } from '#core/manual/edition.ts';
import { hasText } from '#core/manual/localText.ts';
import { walkBullets } from '#core/manual/standardItems.ts';
import { ManualText, type ManualTextLanguage } from './ManualText.tsx';
import styles from './StandardText.module.css';

type StandardTextProps = {
  readonly standard: Standard;
  readonly language: ManualTextLanguage;
  /** Ids of the bullets to point out: those that a finding is about. */
  readonly marked?: readonly string[];
};

const NONE: readonly string[] = [];

/** A standard to read: number and title, statement, every bullet as printed. Each text in its own `lang`, tagged where it fell back. */
export function StandardText({ standard, language, marked = NONE }: StandardTextProps) {
  const { t } = useTranslation('standard');
  return (
    <article className={styles.standard} aria-label={t('label', { number: standard.number })}>
      <h2 className={styles.title}>
        <span className={styles.number}>{standard.number}</span>
        <ManualText text={standard.title} language={language} stacked />
      </h2>
      {hasText(standard.statement) ? <div className={styles.statement}><ManualText text={standard.statement} language={language} /></div> : null}
      {standard.bullets.length > 0 ? (
        <ul className={styles.bullets}>
          {walkBullets(standard).map(({ bullet, depth }) => (
            <li key={bullet.id} className={marked.includes(bullet.id) ? styles.marked : ''} style={{ marginInlineStart: `${depth * 1.25}rem` }}>
              <span className={styles.letter}>{bullet.label}</span>
              <span className={styles.words}><ManualText text={bullet.text} language={language} /></span>
            </li>
          ))}
        </ul>
      ) : null}
      {standard.reserved ? <p className={styles.note}>{t('reserved')}</p> : null}
    </article>
  );
}
