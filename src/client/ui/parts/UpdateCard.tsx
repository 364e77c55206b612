import type { ReactNode } from 'react';
import styles from './UpdateCard.module.css';

/** A new version, bottom right; offered only when no draft, recording or upload is open. `actions`: now, and later. */
export function UpdateCard({ title, text, actions }: { readonly title: string; readonly text: string; readonly actions: ReactNode }) {
  return (
    <aside className={styles.card} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      <div className={styles.actions}>{actions}</div>
    </aside>
  );
}
