import type { ReactNode } from 'react';
import styles from './BulletRow.module.css';

type BulletRowProps = {
  readonly letter?: string | undefined;
  readonly text: ReactNode;
  readonly lang?: string | undefined;
  /** The same bullet in the manual's other language, beside it where there is room (*Ambos*). */
  readonly other?: { readonly text: ReactNode; readonly lang: string } | undefined;
  readonly second?: ReactNode;
  /** A `BulletToggle`; goes under the text when there is no room beside it. */
  readonly toggle: ReactNode;
};

/** A bullet of a standard, or a line of an area's checklist, with its three keys. */
export function BulletRow({ letter, text, lang, other, second, toggle }: BulletRowProps) {
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        {letter === undefined ? null : <span className={styles.letter}>{letter}</span>}
        <div className={styles.text}>
          <div className={styles.both}>
            <span lang={lang}>{text}</span>
            {other === undefined ? null : <span className={styles.other} lang={other.lang}>{other.text}</span>}
          </div>
          {second ? <span className={styles.second}>{second}</span> : null}
        </div>
      </div>
      {toggle}
    </div>
  );
}
