import { IconCheck, IconMinus, IconX } from '@tabler/icons-react';
import type { BulletValue } from '#client/ui/marks/BulletMark.tsx';
import { Press } from '#client/ui/Press.tsx';
import styles from './BulletToggle.module.css';

type BulletToggleProps = {
  /** What is being answered: "Inciso a". */
  readonly label: string;
  readonly value: BulletValue;
  readonly words: { readonly met: string; readonly notMet: string; readonly na: string };
  /** The key that is on, tapped again, gives `not_reviewed`. */
  readonly onChange: (value: BulletValue) => void;
  readonly disabled?: boolean;
};

/** Cumple / No / N/A: three keys of 54×52, each on or off; none on is "not reviewed". */
export function BulletToggle({ label, value, words, onChange, disabled }: BulletToggleProps) {
  const keyOf = (key: Exclude<BulletValue, 'not_reviewed'>) => ({
    pressed: value === key,
    disabled,
    onPress: () => onChange(value === key ? 'not_reviewed' : key),
  });
  return (
    <div role="group" aria-label={label} className={styles.group}>
      <Press {...keyOf('met')} className={`${styles.key} ${styles.met}`}>
        <IconCheck stroke={2.6} aria-hidden="true" />
        {words.met}
      </Press>
      <Press {...keyOf('not_met')} className={`${styles.key} ${styles.notMet}`}>
        <IconX stroke={2.6} aria-hidden="true" />
        {words.notMet}
      </Press>
      <Press {...keyOf('na')} className={`${styles.key} ${styles.na}`}>
        <IconMinus stroke={2.6} aria-hidden="true" />
        {words.na}
      </Press>
    </div>
  );
}
