import { IconLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { BulletMark, type BulletValue } from '#client/ui/marks/BulletMark.tsx';
import { ResultMark, type ResultValue } from '#client/ui/marks/ResultMark.tsx';
import styles from './ConflictPair.module.css';
import { PersonBadge } from './PersonBadge.tsx';

export type ConflictSide = {
  readonly key: string;
  readonly author: { readonly name: string; readonly place: number };
  /** "Asesora técnica · hoy 11:26". */
  readonly signature: string;
  readonly result: { readonly value: ResultValue; readonly label: string };
  readonly text?: ReactNode;
  readonly lang?: string | undefined;
  readonly tag?: ReactNode;
  readonly bullets?: readonly { readonly letter: string; readonly value: BulletValue; readonly label: string; readonly differs: boolean }[];
  readonly evidence?: ReactNode;
};

const edges: Readonly<Record<ResultValue, string>> = {
  in_compliance: 'ok',
  in_compliance_comment: 'ok',
  partial: 'warn',
  not_in_compliance: 'bad',
  verify_on_site: 'look',
  unable_to_verify: '',
  in_review: '',
  not_reviewed: '',
};

/** Two (or more) results side by side, each in its own language, differing bullets ringed. None wins by itself. */
export function ConflictPair({ sides }: { readonly sides: readonly ConflictSide[] }) {
  return <div className={styles.pair}>{sides.map((side) => <ConflictCard key={side.key} side={side} />)}</div>;
}

function ConflictCard({ side }: { readonly side: ConflictSide }) {
  return (
    <article className={`${styles.side} ${styles[edges[side.result.value]] ?? ''}`} aria-label={side.author.name}>
      <div className={styles.head}>
        <PersonBadge name={side.author.name} place={side.author.place} size={44} />
        <div className={styles.who}>
          <span className={styles.name}>{side.author.name}</span>
          <span className={styles.signature}>{side.signature}</span>
        </div>
        {side.tag}
      </div>
      <div className={styles.result}>
        <ResultMark value={side.result.value} size={36} />
        {side.result.label}
      </div>
      {side.text ? <div lang={side.lang}>{side.text}</div> : null}
      {side.bullets && side.bullets.length > 0 ? (
        <ul className={styles.bullets}>
          {side.bullets.map((bullet) => (
            <li key={bullet.letter} className={[styles.bullet, bullet.differs ? styles.differs : '', styles[bullet.value] ?? ''].filter(Boolean).join(' ')}>
              <span className={styles.letter}>{bullet.letter}</span>
              <BulletMark value={bullet.value} size={20} inverted />
              {bullet.label}
            </li>
          ))}
        </ul>
      ) : null}
      {side.evidence ? (
        <div className={styles.foot}>
          <IconLink size="1.125rem" stroke={2.2} aria-hidden="true" />
          <span>{side.evidence}</span>
        </div>
      ) : null}
    </article>
  );
}
