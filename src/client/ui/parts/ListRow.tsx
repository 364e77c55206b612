import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Press } from '#client/ui/Press.tsx';
import styles from './ListRow.module.css';

type ListRowProps = {
  readonly href?: string;
  readonly onPress?: () => void;
  readonly mark?: ReactNode;
  readonly number?: string | undefined;
  readonly title: ReactNode;
  readonly lang?: string | undefined;
  readonly second?: ReactNode;
  /** Beside the number: the three lights, a priority. */
  readonly corner?: ReactNode;
  /** At the right: a date, a state in words. */
  readonly side?: ReactNode;
  readonly chevron?: boolean;
  readonly active?: boolean;
  /** Bold title, for rows without a number. */
  readonly strong?: boolean;
  /** Does not apply: everything in `ink-3`. */
  readonly dim?: boolean;
  /** Inside a `Card flush`: no side padding, last line without a rule. */
  readonly inCard?: boolean;
};

/** One row of a list, 68 px at least; the whole row is the target. Without `href` or `onPress` it only shows. */
export function ListRow(props: ListRowProps) {
  const { href, onPress, mark, number, title, lang, second, corner, side, chevron, active, strong, dim, inCard } = props;
  const still = href === undefined && onPress === undefined;
  const look = [styles.row, inCard ? styles.inCard : '', dim ? styles.dim : '', still ? styles.still : ''].filter(Boolean).join(' ');
  const body = (
    <>
      {mark ? <span className={styles.mark}>{mark}</span> : null}
      <span className={styles.words}>
        {number !== undefined || corner ? (
          <span className={styles.top}>
            <span className={styles.number}>{number}</span>
            {corner ? <span className={styles.lights}>{corner}</span> : null}
          </span>
        ) : null}
        <span className={styles.title} lang={lang}>{strong ? <strong>{title}</strong> : title}</span>
        {second ? <span className={styles.second}>{second}</span> : null}
      </span>
      {side || chevron ? (
        <span className={styles.side}>
          {side ? <span>{side}</span> : null}
          {chevron ? <IconChevronRight size="1.25rem" stroke={2} aria-hidden="true" /> : null}
        </span>
      ) : null}
    </>
  );
  if (still) return <div className={look}>{body}</div>;
  return (
    <Press href={href} onPress={onPress} className={look} current={active} active={active}>
      {body}
    </Press>
  );
}
