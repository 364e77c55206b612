import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './CheckRow.module.css';

type CheckRowProps = {
  readonly label: ReactNode;
  readonly second?: ReactNode;
  readonly side?: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  readonly lang?: string | undefined;
};

/** A checkbox whose whole row is the target. */
export function CheckRow({ label, second, side, checked, onChange, disabled, lang }: CheckRowProps) {
  return (
    <label className={styles.row}>
      <span className={styles.box}>
        <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />
        <IconCheck stroke={3.2} aria-hidden="true" />
      </span>
      <span className={styles.words} lang={lang}>
        {label}
        {second ? <span className={styles.second}>{second}</span> : null}
      </span>
      {side ? <span className={styles.side}>{side}</span> : null}
    </label>
  );
}
