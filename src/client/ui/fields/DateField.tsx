import { useId } from 'react';
import { describedBy } from './describedBy.ts';
import { type FieldBase, FieldFrame } from './FieldFrame.tsx';
import styles from './FieldFrame.module.css';

type DateFieldProps = FieldBase & {
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm` with `withTime`; empty for none. No time zone: it is the agency's. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly withTime?: boolean;
  readonly min?: string;
  readonly max?: string;
};

/** A date by the system's own calendar. */
export function DateField({ value, onChange, onBlur, withTime = false, min, max, ...base }: DateFieldProps) {
  const id = useId();
  return (
    <FieldFrame id={id} {...base}>
      <input
        id={id}
        className={styles.input}
        type={withTime ? 'datetime-local' : 'date'}
        value={value}
        min={min}
        max={max}
        autoComplete="off"
        disabled={base.disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
        onBlur={onBlur}
        aria-invalid={base.error ? true : undefined}
        aria-describedby={describedBy(id, base)}
      />
    </FieldFrame>
  );
}
