import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { useAgencies } from '#client/parts/useAgencies.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ListRow } from '#client/ui/parts/ListRow.tsx';
import { NothingYet } from './NothingYet.tsx';

/** A manager goes straight to the gaps; one of several agencies chooses. */
export function ManagerHome() {
  const { t } = useTranslation('agency');
  const agencies = useAgencies();
  const [only] = agencies;
  if (only && agencies.length === 1) return <Navigate to="/agencies/$agencyId/gaps" params={{ agencyId: only.agency.id }} replace />;
  return (
    <PlainFrame active="home">
      <PageColumn width="narrow">
        <PageHeader title={t('manager.title')} />
        {agencies.length === 0 ? <NothingYet title={t('manager.none')} text={t('manager.noneText')} /> : (
          <Card flush>
            {agencies.map(({ agency }) => <ListRow key={agency.id} inCard strong chevron href={`/agencies/${agency.id}/gaps`} title={agency.name} second={agency.acronym} />)}
          </Card>
        )}
      </PageColumn>
    </PlainFrame>
  );
}
