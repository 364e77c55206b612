import styles from './MarkedText.module.css';
import { PersonBadge } from './PersonBadge.tsx';

export type MarkedSegment = {
  readonly text: string;
  /** Whose part it is; common text has none. */
  readonly author?: { readonly name: string; readonly place: number };
};

/** Text merged from several authors: each one's part is underlined in a way of its own and signed with initials. */
export function MarkedText({ segments, lang }: { readonly segments: readonly MarkedSegment[]; readonly lang?: string | undefined }) {
  return (
    <p className={styles.text} lang={lang}>
      {segments.map(({ text, author }, index) =>
        author === undefined ? (
          <span key={index}>{text}</span>
        ) : (
          <span key={index}>
            <span className={`${styles.part} ${styles[`part${Math.abs(author.place) % 4}`]}`}>{text}</span>
            <span className={styles.who}>
              <PersonBadge name={author.name} place={author.place} size={22} label={author.name} />
            </span>
          </span>
        ),
      )}
    </p>
  );
}
