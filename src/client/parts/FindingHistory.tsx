import { useTranslation } from 'react-i18next';
import type { FindingEvent } from '#core/finding/findingHistory.ts';
import { HistoryList } from '#client/ui/parts/HistoryList.tsx';
import styles from './FindingHistory.module.css';
import { useFormat } from './useFormat.ts';
import { usePeople } from './usePeople.ts';

type FindingHistoryProps = {
  /** Newest first. */
  readonly events: readonly FindingEvent[];
  readonly timeZone: string;
  /** User ids in the order of the team: two people differ without colour. */
  readonly team: readonly string[];
};

/** Who did what and when; nothing is ever taken out. */
export function FindingHistory({ events, timeZone, team }: FindingHistoryProps) {
  const { t } = useTranslation(['finding', 'vocabulary', 'common']);
  const format = useFormat();
  const people = usePeople();
  const textOf = (event: FindingEvent): string => {
    if (event.act === 'decided') return t(`history.decided.${event.decision ?? 'unknown'}`);
    if (event.act === 'answered' && event.answer) return t('history.answeredWith', { answer: t(`vocabulary:answer.${event.answer}`) });
    return t(`history.${event.act}`);
  };
  const secondOf = (event: FindingEvent, name: string): string => {
    const parts = event.parts.filter((part) => part !== 'answer').map((part) => t(`historyPart.${part}`));
    return parts.length === 0 || event.act === 'drafted' ? name : t('history.byParts', { name, parts: parts.join(', ') });
  };
  return (
    <HistoryList
      entries={events.map((event) => {
        const name = people.get(event.actor)?.name ?? t('common:unknownPerson');
        return {
          key: event.key,
          author: { name, place: Math.max(0, team.indexOf(event.actor)) },
          text: textOf(event),
          second: (
            <>
              {secondOf(event, name)}
              {event.note === undefined ? null : <q className={styles.note} lang={event.noteLanguage}>{event.note}</q>}
            </>
          ),
          when: format.dateTime(event.at, timeZone),
          dateTime: event.at,
        };
      })}
    />
  );
}
