import type { ReactNode } from 'react';
import styles from './ListPane.module.css';

/** A list pane: what stays on top, then the rows, which scroll. */
export function ListPane({ head, children }: { readonly head: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={styles.pane}>
      <div className={styles.head}>{head}</div>
      {children}
    </div>
  );
}
