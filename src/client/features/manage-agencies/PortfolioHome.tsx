import { useTranslation } from 'react-i18next';
import { agencyFindingsOf } from '#core/finding/agencyFinding.ts';
import { gapOverview } from '#core/finding/gapList.ts';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { type AgencyOnTablet, useAgencies } from '#client/parts/useAgencies.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { NothingYet } from './NothingYet.tsx';

/** A regional manager's agencies: where each stands, and the way in. */
export function PortfolioHome() {
  const { t } = useTranslation('agency');
  const agencies = useAgencies();
  return (
    <PlainFrame active="home">
      <PageColumn>
        <PageHeader title={t('portfolio.title')} under={agencies.length > 0 ? t('portfolio.under', { count: agencies.length }) : undefined} />
        {agencies.length === 0 ? <NothingYet title={t('portfolio.none')} text={t('portfolio.noneText')} /> : (
          <Card flush>{agencies.map((one) => <AgencyRow key={one.agency.id} {...one} />)}</Card>
        )}
      </PageColumn>
    </PlainFrame>
  );
}

function AgencyRow({ agency, visits, state }: AgencyOnTablet) {
  const { t } = useTranslation(['agency', 'vocabulary']);
  const format = useFormat();
  const { total, settled } = gapOverview(agencyFindingsOf(state));
  const latest = visits[0];
  const place = [agency.program ? t(`vocabulary:program.${agency.program}`) : '', agency.state ? t(`state.${agency.state}`) : ''].filter(Boolean).join(' · ');
  const visited = latest ? [t('portfolio.visits', { count: visits.length }), latest.startDate === '' ? '' : t('portfolio.latest', { date: format.date(latest.startDate) })].filter(Boolean).join(', ') : t('home.noVisits');
  return (
    <ListRow
      inCard strong chevron href={`/agencies/${agency.id}`} title={agency.name} lang="es" second={<>{place}<br />{visited}</>}
      side={total === 0 ? t('portfolio.noGaps') : t('portfolio.gaps', { count: total, settled: format.number(settled) })}
    />
  );
}
