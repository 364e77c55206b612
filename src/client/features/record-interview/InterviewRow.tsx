import { useTranslation } from 'react-i18next';
import { standardById } from '#core/manual/manualIndex.ts';
import type { Interview } from '#core/visit/interview.ts';
import { evidenceHref } from '#client/parts/evidenceHref.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { LightMark } from '#client/ui/marks/LightMark.tsx';
import { SyncIcon } from '#client/ui/marks/SyncIcon.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import styles from './InterviewList.module.css';

type InterviewRowProps = { readonly world: VisitWorld; readonly interview: Interview; readonly active: boolean };

/** One interview in the list: code and category, never words that could name the person. */
export function InterviewRow({ world, interview, active }: InterviewRowProps) {
  const { t } = useTranslation(['interview', 'vocabulary', 'common']);
  const format = useFormat();
  const name = usePeople().get(interview.author)?.name ?? t('common:unknownPerson');
  const index = world.manual.kind === 'ready' ? world.manual.index : undefined;
  const numbers = interview.standards.map((id) => (index && standardById(index, id)?.number) ?? id);
  const light = interview.outcome ?? 'none';
  return (
    <ListRow
      href={evidenceHref(world.visitId, interview)}
      active={active}
      mark={<LightMark letter={t('vocabulary:laneLetter.interview')} value={light} size={24} label={t(`vocabulary:light.${light}`)} />}
      number={interview.code}
      title={interview.roleCategory ? t(`vocabulary:roleCategory.${interview.roleCategory}`) : t('list.noRole')}
      second={
        <>
          {numbers.length > 0 ? `${numbers.join(', ')} · ` : null}
          {t('row.signature', { name, when: format.dateTime(interview.observedAt, world.agencyCard.timeZone) })}
          {interview.conflicts.length > 0 ? <span className={styles.conflict}><SyncIcon value="conflict" size={18} />{t('row.conflict')}</span> : null}
        </>
      }
    />
  );
}
