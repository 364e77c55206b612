import { useTranslation } from 'react-i18next';
import { OUTCOMES, type Outcome } from '#core/visit/values.ts';
import { LightMark } from '#client/ui/marks/LightMark.tsx';
import { Press } from '#client/ui/Press.tsx';
import styles from './OutcomePicker.module.css';

type OutcomePickerProps = {
  readonly lane: 'interview' | 'observation';
  readonly value: Outcome | undefined;
  /** `''`: tapped again, taken back. */
  readonly onChange: (value: Outcome | '') => void;
};

/** What a piece of evidence says about its standards: one tap sets it, the same again takes it back. */
export function OutcomePicker({ lane, value, onChange }: OutcomePickerProps) {
  const { t } = useTranslation(['capture', 'vocabulary']);
  return (
    <div role="group" aria-label={t('outcome.label')} className={styles.group}>
      <span className={styles.label}>{t('outcome.label')}</span>
      <div className={styles.choices}>
        {OUTCOMES.map((outcome) => (
          <Press key={outcome} className={styles.choice} pressed={outcome === value} onPress={() => onChange(outcome === value ? '' : outcome)}>
            <LightMark letter={t(`vocabulary:laneLetter.${lane}`)} value={outcome} size={26} />
            {t(`vocabulary:light.${outcome}`)}
          </Press>
        ))}
      </div>
    </div>
  );
}
