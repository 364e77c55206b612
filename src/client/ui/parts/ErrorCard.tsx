import type { ReactNode } from 'react';
import { HealthMark } from '#client/ui/marks/HealthMark.tsx';
import styles from './ErrorCard.module.css';

type ErrorCardProps = {
  /** What happened. */
  readonly title: string;
  readonly text?: ReactNode;
  /** What is kept: "**Lo demás está a salvo.** Su nota se conserva." Never left out. */
  readonly safe: ReactNode;
  /** The main way on, then the second: `ActionButton`s. */
  readonly actions?: ReactNode;
  /** "Para soporte: ARCHIVO-INCOMPLETO · 11:52". */
  readonly code?: string;
};

/** Says what is safe before anything else is asked: `role="alert"`, square mark, red edge. */
export function ErrorCard({ title, text, safe, actions, code }: ErrorCardProps) {
  return (
    <div role="alert" className={styles.card}>
      <HealthMark value="missing" size={28} />
      <div className={styles.body}>
        <div className={styles.title}>{title}</div>
        {text ? <div>{text}</div> : null}
        <div>{safe}</div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
        {code === undefined ? null : <div className={styles.code}>{code}</div>}
      </div>
    </div>
  );
}
