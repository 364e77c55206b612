import type { ReactNode } from 'react';
import { Press } from '#client/ui/Press.tsx';
import styles from './EvidenceCard.module.css';
import { PersonBadge } from './PersonBadge.tsx';

type EvidenceCardProps = {
  readonly author: { readonly name: string; readonly place: number };
  /** Who and when are never left out: "Rosa Elena · 10:42". */
  readonly signature: string;
  readonly code?: string | undefined;
  readonly text: ReactNode;
  readonly lang?: string | undefined;
  readonly second?: ReactNode;
  /** A `PhotoThumb`. */
  readonly thumb?: ReactNode;
  /** A `LangTag`, when the note's language is not the screen's. */
  readonly tag?: ReactNode;
  readonly href?: string;
  readonly onPress?: () => void;
};

/** One piece of evidence: what, who, when, in which language. */
export function EvidenceCard({ author, signature, code, text, lang, second, thumb, tag, href, onPress }: EvidenceCardProps) {
  const body = (
    <>
      <span className={styles.body}>
        {thumb ? <span className={styles.thumb}>{thumb}</span> : null}
        <span className={styles.words}>
          {code === undefined ? null : <span className={styles.code}>{`${code} `}</span>}
          <span lang={lang}>{text}</span>
          {second ? <span className={styles.second}>{second}</span> : null}
        </span>
      </span>
      <span className={styles.foot}>
        <PersonBadge name={author.name} place={author.place} size={24} />
        <span className={styles.who}>{signature}</span>
        {tag}
      </span>
    </>
  );
  if (href === undefined && onPress === undefined) return <div className={styles.card}>{body}</div>;
  return <Press href={href} onPress={onPress} className={styles.card}>{body}</Press>;
}
