import type { ReactNode } from 'react';
import type { LightValue } from '#client/ui/marks/LightMark.tsx';
import styles from './EvidenceLane.module.css';
import { type LaneKind, LaneSign } from './LaneSign.tsx';

type EvidenceLaneProps = {
  readonly kind: LaneKind;
  readonly value: LightValue;
  readonly title: string;
  /** "Apoya · 2". */
  readonly summary: string;
  /** `EvidenceCard`s, and a way to add one. */
  readonly children?: ReactNode;
};

/** The evidence under one of a standard's three lights. */
export function EvidenceLane({ kind, value, title, summary, children }: EvidenceLaneProps) {
  return (
    <section className={styles.lane} aria-label={title}>
      <div className={styles.head}>
        <LaneSign kind={kind} value={value} />
        <h3 className={styles.title}>{title}</h3>
        <span className={`${styles.summary} ${styles[value] ?? ''}`}>{summary}</span>
      </div>
      {children}
    </section>
  );
}
