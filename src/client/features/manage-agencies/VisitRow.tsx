import { useTranslation } from 'react-i18next';
import type { Agency } from '#core/agency/agency.ts';
import { visitScope } from '#core/op/scope.ts';
import type { VisitCard } from '#core/visit/visitCard.ts';
import { useToday } from '#client/parts/useToday.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useVisitTime } from '#client/parts/useVisitTime.ts';
import { useScopes } from '#client/storage/WorkspaceContext.ts';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import styles from './agencies.module.css';

type VisitRowProps = { readonly visit: VisitCard; readonly agency: Agency };

/** A visit with its dates and the next thing to do; a visit of another team only shows. */
export function VisitRow({ visit, agency }: VisitRowProps) {
  const { t } = useTranslation(['agency', 'vocabulary']);
  const format = useFormat();
  const mine = useScopes().has(visitScope(visit.id));
  const next = useNextStep(visit, agency.timeZone);
  const time = useVisitTime(visit, agency.timeZone);
  const dates = [...new Set([visit.startDate, visit.endDate])].filter(Boolean).map((day) => format.date(day)).join(' – ');
  return (
    <ListRow
      inCard
      strong
      {...(mine ? { href: next.href, chevron: true } : {})}
      title={visit.kind ? t(`vocabulary:visitKind.${visit.kind}`) : t('visit.noKind')}
      second={
        <>
          {next.key === 'today' ? [dates, time].filter(Boolean).join(' · ') : dates}
          <span className={mine ? styles.next : undefined}>{mine ? t(`next.${next.key}`) : t('home.otherTeam')}</span>
        </>
      }
    />
  );
}

function useNextStep(visit: VisitCard, timeZone: string): { readonly key: 'prepare' | 'today' | 'findings'; readonly href: string } {
  const today = useToday(timeZone);
  const home = `/visits/${visit.id}`;
  if (visit.startDate !== '' && today < visit.startDate) return { key: 'prepare', href: `${home}/prepare` };
  if (visit.endDate !== '' && today > visit.endDate) return { key: 'findings', href: `${home}/findings` };
  return { key: 'today', href: home };
}
