import { useTranslation } from 'react-i18next';
import type { Observation } from '#core/visit/observation.ts';
import { RecordTimes } from '#client/parts/RecordTimes.tsx';
import { Author } from '#client/parts/Author.tsx';
import styles from './ObservationFacts.module.css';

type ObservationFactsProps = { readonly observation: Observation; readonly timeZone: string; readonly team: readonly string[] };

/** Who recorded it and when, who changed it last, and both times where the act and its recording lie apart. */
export function ObservationFacts({ observation, timeZone, team }: ObservationFactsProps) {
  const { t } = useTranslation('observation');
  const { facts, observedAt } = observation;
  const placeOf = (id: string): number => Math.max(0, team.indexOf(id));
  return (
    <>
      <RecordTimes observedAt={observedAt} recordedAt={facts.recordedAt} timeZone={timeZone} />
      <dl className={styles.facts}>
        <div>
          <dt>{t('facts.recorded')}</dt>
          <dd><Author userId={facts.createdBy} at={facts.recordedAt} timeZone={timeZone} place={placeOf(facts.createdBy)} /></dd>
        </div>
        {facts.changedAt === facts.recordedAt ? null : (
          <div>
            <dt>{t('facts.changed')}</dt>
            <dd><Author userId={facts.changedBy} at={facts.changedAt} timeZone={timeZone} place={placeOf(facts.changedBy)} /></dd>
          </div>
        )}
      </dl>
    </>
  );
}
