import { VisuallyHidden } from '@mantine/core';
import styles from './LoadingLines.module.css';

/** Grey lines where text will be, after 300 ms; `label` is what a screen reader hears. */
export function LoadingLines({ label, lines = 4 }: { readonly label: string; readonly lines?: number }) {
  return (
    <div role="status" className={styles.lines}>
      {Array.from({ length: lines }, (_, line) => <span key={line} className={styles.line} />)}
      <VisuallyHidden>{label}</VisuallyHidden>
    </div>
  );
}
