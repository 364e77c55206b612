import { useTranslation } from 'react-i18next';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';
import styles from './Author.module.css';
import { useFormat } from './useFormat.ts';
import { usePeople } from './usePeople.ts';

type AuthorProps = {
  readonly userId: string;
  /** ISO 8601; shown in `timeZone`, the agency's. */
  readonly at?: string | undefined;
  readonly timeZone?: string | undefined;
  /** The person's place in the team: two differ without colour. */
  readonly place?: number;
};

/** Who and when: badge, name, time. */
export function Author({ userId, at, timeZone, place = 0 }: AuthorProps) {
  const { t } = useTranslation('common');
  const format = useFormat();
  const person = usePeople().get(userId);
  const name = person?.name ?? t('unknownPerson');
  return (
    <span className={styles.author}>
      <PersonBadge name={name} place={place} size={24} />
      <span>
        {name}
        {at === undefined ? null : <time className={styles.time} dateTime={at}>{` · ${format.dateTime(at, timeZone)}`}</time>}
      </span>
    </span>
  );
}
