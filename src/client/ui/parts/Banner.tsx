import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';

type BannerProps = {
  readonly tone: 'info' | 'warn' | 'bad';
  readonly icon?: ReactNode;
  /** "**Sin red desde hace 26 horas.** Puede seguir trabajando." */
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** Inside a page or a form, with a coloured edge, instead of across the frame. */
  readonly boxed?: boolean;
  /** Interrupts a screen reader: only for what the person has just caused (a wrong password). */
  readonly alert?: boolean;
};

/** A strip under the top bar, or a box in a form. At most one on a screen. */
export function Banner({ tone, icon, children, action, boxed = false, alert = false }: BannerProps) {
  const look = [styles.banner, tone === 'info' ? '' : styles[tone], boxed ? styles.boxed : ''].filter(Boolean).join(' ');
  return (
    <div className={look} role={alert ? 'alert' : 'status'}>
      <span className={styles.icon} aria-hidden="true">{icon ?? (tone === 'info' ? <IconInfoCircle /> : <IconAlertTriangle />)}</span>
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  );
}
