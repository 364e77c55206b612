import type { ReactNode } from 'react';
import styles from './GroupHeading.module.css';

/** The heading of a group in a list: "4 Bienes e indicios" and "16 de 24". */
export function GroupHeading({ title, count }: { readonly title: ReactNode; readonly count?: ReactNode }) {
  return (
    <div className={styles.heading}>
      <h2>{title}</h2>
      {count ? <span className={styles.count}>{count}</span> : null}
    </div>
  );
}
