import type { ReactNode } from 'react';
import styles from './MarkStrip.module.css';

type MarkStripProps = {
  /** What the strip says in words: "16 de 24: 10 en cumplimiento, 1 con comentario, …". */
  readonly label: string;
  /** One mark per standard or gap, without labels of their own, in the manual's order. */
  readonly marks: readonly { readonly key: string; readonly mark: ReactNode }[];
};

/** Progress, counted: one sign is one thing. Never a percentage. */
export function MarkStrip({ label, marks }: MarkStripProps) {
  return (
    <span role="img" aria-label={label} className={styles.strip}>
      {marks.map(({ key, mark }) => <span key={key}>{mark}</span>)}
    </span>
  );
}
