import { IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { ResultMark, type ResultValue } from '#client/ui/marks/ResultMark.tsx';
import { Press } from '#client/ui/Press.tsx';
import styles from './RatingPad.module.css';

export type RatingOption = {
  readonly value: ResultValue;
  readonly label: string;
  /** Why a tap will lead elsewhere: "El inciso d no cumple". */
  readonly sub?: string | undefined;
  readonly selected: boolean;
  readonly onSelect: () => void;
};

type RatingPadProps = {
  readonly label: string;
  /** The three large ones. */
  readonly first: readonly RatingOption[];
  readonly second: readonly RatingOption[];
  /** Outlined until there is a result, then `filled`; `sub` names where it goes. */
  readonly next: { readonly label: string; readonly sub?: string | undefined; readonly filled: boolean; readonly href?: string; readonly onPress?: () => void };
};

/** The results, three at 76 px and the rest at 56, and *Siguiente*. Keys never move: what opens, opens above. */
export function RatingPad({ label, first, second, next }: RatingPadProps) {
  return (
    <div className={styles.room}>
      <div className={styles.pad}>
        <div role="group" aria-label={label} className={styles.options}>
          <div className={`${styles.row} ${styles.first}`}>{first.map((option) => <RatingKey key={option.value} option={option} markSize={28} />)}</div>
          <div className={`${styles.row} ${styles.second}`}>{second.map((option) => <RatingKey key={option.value} option={option} markSize={22} />)}</div>
        </div>
        <Press href={next.href} onPress={next.onPress} className={styles.next} active={next.filled}>
          <IconArrowRight stroke={2.2} aria-hidden="true" />
          <span>{next.label}</span>
          {next.sub === undefined ? null : <span className={styles.nextSub}>{next.sub}</span>}
        </Press>
      </div>
    </div>
  );
}

function RatingKey({ option, markSize }: { readonly option: RatingOption; readonly markSize: number }): ReactNode {
  return (
    <Press onPress={option.onSelect} pressed={option.selected} className={`${styles.key} ${styles[option.value]}`}>
      <ResultMark value={option.value} size={markSize} inverted={option.selected} />
      <span className={styles.words}>
        {option.label}
        {option.sub === undefined ? null : <span className={styles.sub}>{option.sub}</span>}
      </span>
    </Press>
  );
}
