import type { ReactNode } from 'react';
import styles from './Pill.module.css';

type PillProps = {
  /** `outline` for applicability and facts; a tone only where the word alone would be missed. */
  readonly tone?: 'outline' | 'ok' | 'warn' | 'bad' | 'brand' | 'mute';
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

/** A word in an outline: *No aplica: tamaño*, *No citar con nombre*. Not a button. */
export function Pill({ tone = 'outline', icon, children }: PillProps) {
  return (
    <span className={`${styles.pill} ${styles[tone] ?? ''}`}>
      {icon}
      {children}
    </span>
  );
}
