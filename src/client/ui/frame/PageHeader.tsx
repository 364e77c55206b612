import type { ReactNode } from 'react';
import styles from './PageHeader.module.css';

type PageHeaderProps = {
  readonly title: ReactNode;
  /** A standard's number, before the title in the brand's colour. */
  readonly number?: string | undefined;
  /** A line above: "Diferencia 1 de 2 · difieren en d". */
  readonly over?: ReactNode;
  /** A line below: when it was checked, how it is sorted. */
  readonly under?: ReactNode;
  /** Buttons. */
  readonly side?: ReactNode;
  readonly lang?: string | undefined;
};

/** The page's one h1. */
export function PageHeader({ title, number, over, under, side, lang }: PageHeaderProps) {
  return (
    <div className={styles.header}>
      <div className={styles.words}>
        {over ? <div className={styles.over}>{over}</div> : null}
        <h1 className={styles.title} tabIndex={-1}>
          {number === undefined ? null : <span className={styles.number}>{`${number} `}</span>}
          <span lang={lang}>{title}</span>
        </h1>
        {under ? <div className={styles.under}>{under}</div> : null}
      </div>
      {side ? <div className={styles.side}>{side}</div> : null}
    </div>
  );
}
