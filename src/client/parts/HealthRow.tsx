import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HealthMark, type HealthValue } from '#client/ui/marks/HealthMark.tsx';
import styles from './HealthRow.module.css';

type HealthRowProps = {
  readonly health: HealthValue;
  readonly icon?: ReactNode;
  readonly title: string;
  readonly second?: ReactNode;
  /** The remedy. */
  readonly action?: ReactNode;
};

/** One health check: mark and word (Listo, Atención, Falta), what was looked at, what was seen, the remedy. */
export function HealthRow({ health, icon, title, second, action }: HealthRowProps) {
  const { t } = useTranslation('common');
  return (
    <li className={styles.row}>
      <span className={styles.health}>
        <HealthMark value={health} size={24} />
        {t(`health.${health}`)}
      </span>
      {icon ? <span className={styles.icon} aria-hidden="true">{icon}</span> : null}
      <span className={styles.words}>
        <strong className={styles.title}>{title}</strong>
        {second ? <span className={styles.second}>{second}</span> : null}
      </span>
      {action ? <span className={styles.action}>{action}</span> : null}
    </li>
  );
}
