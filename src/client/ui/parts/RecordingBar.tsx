import type { ReactNode } from 'react';
import styles from './RecordingBar.module.css';

type RecordingBarProps = {
  readonly label: string;
  /** Running time, "01:47". */
  readonly time: string;
  /** "guardado hasta 01:40 · quedan 6 h de espacio". */
  readonly saved: string;
  readonly paused: boolean;
  /** The last sound levels, 0–1, oldest first: about 24. */
  readonly levels: readonly number[];
  readonly actions: ReactNode;
};

/** A recording in progress, above the bottom edge on every screen. Level and time move; nothing blinks. */
export function RecordingBar({ label, time, saved, paused, levels, actions }: RecordingBarProps) {
  return (
    <section className={styles.bar} aria-label={label}>
      <span className={styles.dot} data-paused={paused} />
      <span className={styles.time} role="timer">{time}</span>
      <span className={styles.meter} aria-hidden="true">
        {levels.map((level, index) => <span key={index} style={{ height: `${Math.round(Math.min(1, Math.max(0, level)) * 100)}%` }} />)}
      </span>
      <span className={styles.saved}>{saved}</span>
      <span className={styles.actions}>{actions}</span>
    </section>
  );
}
