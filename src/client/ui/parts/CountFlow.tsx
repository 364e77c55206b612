import { IconArrowRight, IconClock } from '@tabler/icons-react';
import { SyncIcon } from '#client/ui/marks/SyncIcon.tsx';
import styles from './CountFlow.module.css';

type CountFlowProps = {
  /** Here = waiting + server: the three counts add up. */
  readonly steps: readonly {
    readonly key: 'sealed' | 'queued' | 'acknowledged';
    readonly count: string;
    readonly label: string;
    readonly second?: string | undefined;
    readonly attention?: boolean;
  }[];
};

/** Here → waiting → on the server. */
export function CountFlow({ steps }: CountFlowProps) {
  return (
    <ol className={styles.flow}>
      {steps.map((step, index) => (
        <li key={step.key} className={styles.step}>
          {index === 0 ? null : <IconArrowRight className={styles.arrow} size="1.5rem" stroke={2} aria-hidden="true" />}
          <div className={[styles.box, step.key === 'queued' ? styles.pending : styles[step.key], step.attention ? styles.attention : ''].filter(Boolean).join(' ')}>
            <div className={styles.top}>
              {step.key === 'queued' ? <IconClock stroke={2} aria-hidden="true" /> : <SyncIcon value={step.key} size={30} />}
              <span className={styles.count}>{step.count}</span>
              <span>{step.label}</span>
            </div>
            {step.second === undefined ? null : <span className={styles.second}>{step.second}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}
