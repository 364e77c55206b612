import type { ReactNode } from 'react';
import { Vernier } from '#client/ui/frame/Vernier.tsx';
import styles from './EmptyState.module.css';

type EmptyStateProps = {
  readonly title: string;
  readonly text?: ReactNode;
  readonly actions?: ReactNode;
  /** The page has no other heading: the title is its h1. */
  readonly wholePage?: boolean;
};

/** What belongs here, how it is born, one way to begin. */
export function EmptyState({ title, text, actions, wholePage = false }: EmptyStateProps) {
  const Title = wholePage ? 'h1' : 'h2';
  return (
    <div className={styles.empty}>
      <Vernier />
      <Title className={styles.title}>{title}</Title>
      {text ? <p className={styles.text}>{text}</p> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
