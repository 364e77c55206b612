import type { ReactNode } from 'react';
import styles from './Card.module.css';

type CardProps = {
  readonly title?: ReactNode;
  /** At the title's right: a count, a date. */
  readonly side?: ReactNode;
  /** `hero`: the next item of Today. `dashed`: a barrier, work waiting. `current`: the one that is open. */
  readonly look?: 'plain' | 'ok' | 'warn' | 'bad' | 'dashed' | 'current' | 'hero';
  /** For a list of rows: less padding above and below. */
  readonly flush?: boolean;
  readonly label?: string | undefined;
  readonly children?: ReactNode;
};

/** A group that belongs together: 12 px corners, an edge, no shadow. */
export function Card({ title, side, look = 'plain', flush = false, label, children }: CardProps) {
  return (
    <section className={`${styles.card} ${styles[look] ?? ''} ${flush ? styles.flush : ''}`} aria-label={label}>
      {title || side ? (
        <div className={styles.head}>
          {title ? <h2>{title}</h2> : null}
          {side ? <span className={styles.side}>{side}</span> : null}
        </div>
      ) : null}
      {children}
    </section>
  );
}
