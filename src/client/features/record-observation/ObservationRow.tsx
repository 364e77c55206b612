import { useTranslation } from 'react-i18next';
import { standardById } from '#core/manual/manualIndex.ts';
import type { Observation } from '#core/visit/observation.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { OtherLanguageTag } from '#client/parts/OtherLanguageTag.tsx';
import { BarrierMark } from '#client/ui/marks/BarrierMark.tsx';
import { LightMark } from '#client/ui/marks/LightMark.tsx';
import { SyncIcon } from '#client/ui/marks/SyncIcon.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import styles from './ObservationRow.module.css';
import { useAreaName } from './useAreaName.ts';

type ObservationRowProps = { readonly world: VisitWorld; readonly observation: Observation; readonly active: boolean; readonly showArea: boolean };

/** One observation in the list: what it says about its standards, its words, where, who and when. */
export function ObservationRow({ world, observation, active, showArea }: ObservationRowProps) {
  const { t } = useTranslation(['observation', 'vocabulary', 'common']);
  const format = useFormat();
  const area = useAreaName(world.manual)(observation.area);
  const name = usePeople().get(observation.facts.createdBy)?.name ?? t('common:unknownPerson');
  const index = world.manual.kind === 'ready' ? world.manual.index : undefined;
  const numbers = observation.standards.map((id) => (index && standardById(index, id)?.number) ?? id);
  const text = observation.text.text;
  return (
    <ListRow
      href={`/visits/${world.visitId}/observations/${observation.id}`}
      active={active}
      mark={<ObservationMark observation={observation} />}
      number={observation.code}
      corner={<OtherLanguageTag language={text === '' ? undefined : observation.language} />}
      title={<span className={styles.words}>{text === '' ? t('row.noText') : text}</span>}
      lang={text === '' ? undefined : observation.language}
      second={
        <>
          {showArea && area.text !== '' ? <span lang={area.language}>{`${area.text} · `}</span> : null}
          {numbers.length > 0 ? `${numbers.join(', ')} · ` : null}
          {t('row.signature', { name, when: format.dateTime(observation.observedAt, world.agencyCard.timeZone) })}
          {observation.conflicts.length > 0 ? <span className={styles.conflict}><SyncIcon value="conflict" size={18} />{t('row.conflict')}</span> : null}
        </>
      }
    />
  );
}

/** The barrier where there is one: nothing could be seen then. */
function ObservationMark({ observation }: { readonly observation: Observation }) {
  const { t } = useTranslation('vocabulary');
  if (observation.barrier) return <BarrierMark value={observation.barrier} size={24} label={t(`barrier.${observation.barrier}`)} />;
  const light = observation.outcome ?? 'none';
  return <LightMark letter={t('laneLetter.observation')} value={light} size={24} label={t(`light.${light}`)} />;
}
