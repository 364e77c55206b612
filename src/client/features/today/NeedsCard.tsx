import { IconArrowsDiff, IconClipboardCheck, IconFlag, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitNeeds } from '#core/rating/visitNeeds.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { findingsToAttendTo } from '#client/parts/findingsToAttendTo.ts';
import { standardHref } from '#client/parts/standardHref.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ResultMark } from '#client/ui/marks/ResultMark.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';

/** What needs this person, first things first; a row leads to its first one. */
export function NeedsCard({ world, needs }: { readonly world: VisitWorld; readonly needs: VisitNeeds }) {
  const { t } = useTranslation('today');
  const numbers = (rows: readonly StandardOverview[]): string => {
    const shown = rows.slice(0, 3).map((row) => row.place.standard.number).join(', ');
    return rows.length > 3 ? t('needs.andMore', { list: shown }) : shown;
  };
  const entry = (key: string, icon: ReactNode, count: number, side: string, href: string) =>
    count === 0 ? [] : [<ListRow key={key} inCard chevron strong mark={icon} title={t(`needs.${key}`, { count })} side={side} href={href} />];
  const first = (rows: readonly StandardOverview[]): string => standardHref(world.visitId, rows[0]?.place.standard.id ?? '');
  const findings = findingsToAttendTo(world.visit, world.agency, world.visitId);
  const rows = [
    ...entry('differences', <IconArrowsDiff stroke={2} aria-hidden="true" />, needs.differences.length, numbers(needs.differences), `${first(needs.differences)}/settle`),
    ...entry('textDifferences', <IconPencil stroke={2} aria-hidden="true" />, needs.textDifferences.length, needs.textDifferences.map((one) => one.code).slice(0, 3).join(', '),
      `/visits/${world.visitId}/observations/${needs.textDifferences[0]?.id ?? ''}`),
    ...entry('readyToRate', <IconClipboardCheck stroke={2} aria-hidden="true" />, needs.readyToRate.length, numbers(needs.readyToRate), first(needs.readyToRate)),
    ...entry('toVerify', <ResultMark value="verify_on_site" size={24} />, needs.toVerify.length, numbers(needs.toVerify), first(needs.toVerify)),
    ...entry('findings', <IconFlag stroke={2} aria-hidden="true" />, world.isLeader ? findings : 0, '', `/visits/${world.visitId}/findings`),
  ];
  return (
    <Card flush label={t('needs.title')}>
      {rows.length > 0 ? rows : <ListRow inCard title={t('needs.none')} />}
    </Card>
  );
}
