import { useTranslation } from 'react-i18next';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { standardHref } from '#client/parts/standardHref.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ResultMark } from '#client/ui/marks/ResultMark.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';

/** A difference to settle, or what was settled, by whom and why. */
export function TeamBanner({ world, row }: { readonly world: VisitWorld; readonly row: StandardOverview }) {
  const { t } = useTranslation(['rating', 'vocabulary', 'common']);
  const format = useFormat();
  const people = usePeople();
  const href = `${standardHref(world.visitId, row.place.standard.id)}/settle`;
  switch (row.team.kind) {
    case 'differs':
    case 'to_settle_again':
      return (
        <Banner tone="warn" boxed action={<ActionButton href={href}>{t(world.isLeader ? 'team.settle' : 'team.compare')}</ActionButton>}>
          {t(row.team.kind === 'differs' ? 'team.differs' : 'team.again')}
        </Banner>
      );
    case 'settled': {
      const { result, reason, by, at } = row.team.settlement;
      return (
        <Banner tone="info" boxed icon={<ResultMark value={result} size={24} />} action={world.isLeader ? <ActionButton href={href}>{t('team.reopen')}</ActionButton> : null}>
          <strong>{t('team.settled', { result: t(`vocabulary:result.${result}`) })}</strong>
          {reason === '' ? null : <div>{reason}</div>}
          <div>{t('team.settledBy', { name: people.get(by)?.name ?? t('common:unknownPerson'), when: format.dateTime(at, world.agencyCard.timeZone) })}</div>
        </Banner>
      );
    }
    case 'agreed':
    case 'in_review':
    case 'none': return null;
  }
}
