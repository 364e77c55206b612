import type { ReactNode } from 'react';
import { HealthMark } from '#client/ui/marks/HealthMark.tsx';
import styles from './FieldFrame.module.css';

/** What every field takes: label above, help between label and field, the note (saved, error) below. */
export type FieldBase = {
  readonly label: ReactNode;
  /** Only where a heading just above says the same: the line of *¿Por qué?* */
  readonly labelHidden?: boolean;
  readonly help?: ReactNode;
  readonly error?: ReactNode;
  /** A `SavedNote`. */
  readonly note?: ReactNode;
  readonly disabled?: boolean;
};

/** Label, help, the field, its error and its note, in this order. */
export function FieldFrame({ id, label, labelHidden = false, help, error, note, children }: FieldBase & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={styles.field}>
      <label className={labelHidden ? styles.labelHidden : styles.label} htmlFor={id}>{label}</label>
      {help ? <div className={styles.help} id={`${id}-help`}>{help}</div> : null}
      {children}
      {error ? (
        <div className={styles.error} id={`${id}-error`} role="alert">
          <HealthMark value="missing" size={18} />
          {error}
        </div>
      ) : null}
      {note}
    </div>
  );
}
