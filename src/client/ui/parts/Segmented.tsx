import { type ReactNode, useId } from 'react';
import styles from './Segmented.module.css';

type SegmentedProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: ReactNode; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
  readonly full?: boolean;
};

/** One of a few, side by side, 44 px: radio buttons to keyboard and screen reader. */
export function Segmented<Value extends string>({ label, value, options, onChange, full = false }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={`${styles.group} ${full ? styles.full : ''}`}>
      {options.map((option) => (
        <label key={option.value} className={styles.choice} lang={option.lang}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.label}
        </label>
      ))}
    </div>
  );
}
