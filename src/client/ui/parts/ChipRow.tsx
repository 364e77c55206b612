import type { ReactNode } from 'react';
import styles from './FilterChip.module.css';

/** Chips beside each other, wrapping; named for screen readers. */
export function ChipRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return <div className={styles.row} role="group" aria-label={label}>{children}</div>;
}
