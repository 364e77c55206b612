import type { ReactNode } from 'react';
import styles from './ReasonPanel.module.css';

type ReasonPanelProps = {
  readonly title: string;
  readonly hint?: string;
  /** "Puede completarlo después". */
  readonly side?: ReactNode;
  /** `FilterChip`s: the three likeliest reasons, and *Otros*. */
  readonly reasons: ReactNode;
  /** One line of text (first) and *Crear hallazgo*. */
  readonly line: ReactNode;
};

/** ¿Por qué? Stands in the `Dock` above the `RatingPad`: the dock is held by the bottom edge, so it grows upward and no key moves. */
export function ReasonPanel({ title, hint, side, reasons, line }: ReasonPanelProps) {
  return (
    <section className={styles.panel} aria-label={title}>
      <div className={styles.head}>
        <h3 className={styles.title}>
          {title}
          {hint === undefined ? null : <span className={styles.hint}>{` ${hint}`}</span>}
        </h3>
        {side ? <span className={styles.side}>{side}</span> : null}
      </div>
      {reasons}
      <div className={styles.line}>{line}</div>
    </section>
  );
}
