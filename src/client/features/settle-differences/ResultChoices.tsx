import { useId } from 'react';
import type { RatingResult } from '#core/rating/values.ts';
import { ResultMark } from '#client/ui/marks/ResultMark.tsx';
import styles from './ResultChoices.module.css';

type ResultChoicesProps = {
  readonly label: string;
  readonly value: RatingResult | undefined;
  readonly choices: readonly { readonly value: RatingResult; readonly label: string; readonly second: string }[];
  readonly onChange: (value: RatingResult) => void;
};

/** A few results, each with its mark and where it comes from; none preselected. */
export function ResultChoices({ label, value, choices, onChange }: ResultChoicesProps) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.choices}>
      {choices.map((choice) => (
        <label key={choice.value} className={styles.choice}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <ResultMark value={choice.value} size={26} />
          <span className={styles.words}>
            <span className={styles.title}>{choice.label}</span>
            <span className={styles.second}>{choice.second}</span>
          </span>
        </label>
      ))}
    </div>
  );
}
