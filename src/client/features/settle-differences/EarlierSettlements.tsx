import { useTranslation } from 'react-i18next';
import type { Settlement } from '#core/rating/teamResult.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { usePeople } from '#client/parts/usePeople.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { ResultMark } from '#client/ui/marks/ResultMark.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';

/** What was settled before, and what has arrived since. */
export function EarlierSettlements({ world, row }: { readonly world: VisitWorld; readonly row: StandardOverview }) {
  const { t } = useTranslation(['settle', 'vocabulary', 'common']);
  const people = usePeople();
  const name = (user: string): string => people.get(user)?.name ?? t('common:unknownPerson');
  switch (row.team.kind) {
    case 'settled': return <Banner tone="info" boxed icon={<ResultMark value={row.team.settlement.result} size={24} />}><Words settlement={row.team.settlement} world={world} /></Banner>;
    case 'to_settle_again':
      return (
        <Banner tone="warn" boxed>
          <strong>{t(row.team.since.length > 0 ? 'again.since' : 'again.twoSettlements', { names: row.team.since.map((rating) => name(rating.user)).join(', ') })}</strong>
          {row.team.settlements.map((settlement) => <Words key={`${settlement.by} ${settlement.at}`} settlement={settlement} world={world} />)}
        </Banner>
      );
    case 'agreed':
    case 'differs':
    case 'in_review':
    case 'none': return null;
  }
}

function Words({ settlement, world }: { readonly settlement: Settlement; readonly world: VisitWorld }) {
  const { t } = useTranslation(['settle', 'vocabulary', 'common']);
  const format = useFormat();
  const people = usePeople();
  return (
    <div>
      <div>{t('earlier', {
        result: t(`vocabulary:result.${settlement.result}`),
        name: people.get(settlement.by)?.name ?? t('common:unknownPerson'),
        when: format.dateTime(settlement.at, world.agencyCard.timeZone),
      })}</div>
      {settlement.reason === '' ? null : <div>{settlement.reason}</div>}
    </div>
  );
}
