import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import styles from './CheckRow.module.css';

type CheckRowProps = {
  readonly label: ReactNode;
  readonly second?: ReactNode;
  readonly side?: ReactNode;
  readonly checked: boolean;
  /** A promise, where the choice has yet to be kept: until it settles the box shows what was tapped, then again `checked`. */
  readonly onChange: (checked: boolean) => void | Promise<unknown>;
  readonly disabled?: boolean;
  readonly lang?: string | undefined;
};

/** A checkbox whose whole row is the target. */
export function CheckRow({ label, second, side, checked, onChange, disabled, lang }: CheckRowProps) {
  const [tapped, setTapped] = useState<boolean>();
  const tap = (value: boolean): void => {
    const kept = onChange(value);
    if (!kept) return;
    setTapped(value);
    void kept.finally(() => setTapped(undefined));
  };
  return (
    <label className={styles.row}>
      <span className={styles.box}>
        <input type="checkbox" checked={tapped ?? checked} disabled={disabled} onChange={(event) => tap(event.currentTarget.checked)} />
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
