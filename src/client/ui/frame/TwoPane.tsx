import type { CSSProperties, ReactNode } from 'react';
import styles from './TwoPane.module.css';

type TwoPaneProps = {
  readonly list: ReactNode;
  readonly detail: ReactNode;
  /** Portrait and phone show one of the two: the detail when something is open. */
  readonly detailOpen: boolean;
  readonly listLabel: string;
  /** 272 by default; 380 for lists with long lines. */
  readonly listWidth?: 272 | 380;
};

/** A list and what is open from it. */
export function TwoPane({ list, detail, detailOpen, listLabel, listWidth = 272 }: TwoPaneProps) {
  const width: CSSProperties & { readonly '--list-width': string } = { '--list-width': `${listWidth / 16}rem` };
  return (
    <div className={styles.panes} data-detail={detailOpen} style={width}>
      <section className={styles.list} aria-label={listLabel} tabIndex={-1}>{list}</section>
      <div className={styles.detail}>{detail}</div>
    </div>
  );
}
