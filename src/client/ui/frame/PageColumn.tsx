import type { ReactNode } from 'react';
import styles from './PageColumn.module.css';

type PageColumnProps = {
  /** `narrow` 720: reading and forms. `usual` 1200. `wide` 1600: the programme's tables. */
  readonly width?: 'narrow' | 'usual' | 'wide';
  /** A dock that stays at the bottom edge. */
  readonly dock?: ReactNode;
  readonly children: ReactNode;
};

/** A plain page: one column of cards, 16 px apart. */
export function PageColumn({ width = 'usual', dock, children }: PageColumnProps) {
  return (
    <div className={styles.page}>
      <div className={`${styles.column} ${width === 'wide' ? styles.wide : width === 'narrow' ? styles.narrow : ''}`}>{children}</div>
      {dock ? <div className={styles.foot}>{dock}</div> : null}
    </div>
  );
}
