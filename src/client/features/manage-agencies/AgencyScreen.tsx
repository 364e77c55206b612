import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { agencyScope } from '#core/op/scope.ts';
import { NotHere } from '#client/parts/NotHere.tsx';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { useAgencies } from '#client/parts/useAgencies.ts';
import { useScopes } from '#client/storage/WorkspaceContext.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './agencies.module.css';
import { AgencyFacts } from './AgencyFacts.tsx';
import { AgencyManagers } from './AgencyManagers.tsx';
import { VisitRow } from './VisitRow.tsx';

/** An agency: its card, its visits, its accreditation managers. */
export function AgencyScreen({ agencyId }: { readonly agencyId: string }) {
  const { t } = useTranslation('agency');
  const found = useAgencies().find(({ agency }) => agency.id === agencyId);
  const isLeader = useScopes().get(agencyScope(agencyId))?.has('team_leader') ?? false;
  if (!found) return <PlainFrame active="home"><NotHere what="agencyNotHere" /></PlainFrame>;
  const { agency, visits } = found;
  const newVisit = <ActionButton kind={visits.length === 0 ? 'primary' : 'outline'} href={`/agencies/${agencyId}/visits/new`} icon={<IconPlus size="1.25rem" stroke={2.4} aria-hidden="true" />}>{t('home.createVisit')}</ActionButton>;
  return (
    <PlainFrame active="home" title={agency.name} subtitle={agency.acronym || undefined} back={{ label: t('home.title'), href: '/' }}>
      <PageColumn>
        <PageHeader title={agency.name} lang="es" />
        <Card flush title={t('agency.visits')} side={isLeader ? newVisit : undefined}>
          {visits.map((visit) => <VisitRow key={visit.id} visit={visit} agency={agency} />)}
          {visits.length === 0 ? <p className={styles.none}>{t('home.noVisits')}</p> : null}
        </Card>
        <AgencyManagers agency={agency} isLeader={isLeader} />
        <Card title={t('agency.card')}><AgencyFacts agency={agency} /></Card>
      </PageColumn>
    </PlainFrame>
  );
}
