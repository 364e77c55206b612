import type { ReactNode } from 'react';
import styles from './MarkStrip.module.css';

/** The words beside the signs of a `MarkStrip`. */
export function MarkLegend({ entries }: { readonly entries: readonly { readonly key: string; readonly mark: ReactNode; readonly label: ReactNode }[] }) {
  return (
    <ul className={styles.legend}>
      {entries.map(({ key, mark, label }) => (
        <li key={key}>
          {mark}
          {label}
        </li>
      ))}
    </ul>
  );
}
