import type { ReactNode } from 'react';
import styles from './HistoryList.module.css';
import { PersonBadge } from './PersonBadge.tsx';

type HistoryListProps = {
  readonly entries: readonly {
    readonly key: string;
    readonly author: { readonly name: string; readonly place: number };
    readonly text: ReactNode;
    readonly lang?: string | undefined;
    readonly second?: ReactNode;
    /** The hour, always: "hoy 11:26". Both times where they differ by over 15 minutes. */
    readonly when: string;
    readonly dateTime?: string;
    readonly mark?: ReactNode;
  }[];
};

/** Who did what, when; newest first as given. Nothing is ever taken out. */
export function HistoryList({ entries }: HistoryListProps) {
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.key} className={styles.entry}>
          {entry.mark ?? <PersonBadge name={entry.author.name} place={entry.author.place} size={28} />}
          <div className={styles.words}>
            <span lang={entry.lang}>{entry.text}</span>
            <span className={styles.second}>{entry.second ?? entry.author.name}</span>
          </div>
          <time className={styles.when} dateTime={entry.dateTime}>{entry.when}</time>
        </li>
      ))}
    </ol>
  );
}
