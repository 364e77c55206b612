import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Press } from '#client/ui/Press.tsx';
import { Logo } from './Logo.tsx';
import styles from './TopBar.module.css';

export type TopBarProps = {
  readonly title: string;
  /** The only text that may be cut with an ellipsis. */
  readonly subtitle?: string | undefined;
  readonly sync?: ReactNode;
  readonly person?: ReactNode;
  /** Hidden on a phone, where locking is under the person's circle. */
  readonly lock?: ReactNode;
  /** On a phone it takes the title's place: arrow and where it leads. */
  readonly back?: { readonly label: string; readonly href?: string; readonly onPress?: () => void } | undefined;
};

/** Never changes: where, whether the work is safe, who I am. */
export function TopBar({ title, subtitle, sync, person, lock, back }: TopBarProps) {
  return (
    <header className={styles.bar} data-back={back !== undefined} data-person={Boolean(person)}>
      {back ? (
        <Press href={back.href} onPress={back.onPress} className={styles.back} label={back.label}>
          <IconArrowLeft size="1.5rem" stroke={2} aria-hidden="true" />
          <span className={styles.backLabel}>{back.label}</span>
        </Press>
      ) : null}
      <div className={styles.logo}>
        <Logo />
      </div>
      <div className={styles.names}>
        <div className={styles.title}>{title}</div>
        {subtitle === undefined ? null : <div className={styles.subtitle}>{subtitle}</div>}
      </div>
      <div className={styles.side}>
        {sync}
        <div className={styles.who}>
          {person}
          <span className={styles.lock}>{lock}</span>
        </div>
      </div>
    </header>
  );
}
