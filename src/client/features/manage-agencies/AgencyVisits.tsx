import { IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AgencyOnTablet } from '#client/parts/useAgencies.ts';
import { useScopes } from '#client/storage/WorkspaceContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './agencies.module.css';
import { VisitRow } from './VisitRow.tsx';

/** One agency on the home page: its visits, and the way to its card. */
export function AgencyVisits({ agency, visits, scope }: Pick<AgencyOnTablet, 'agency' | 'visits' | 'scope'>) {
  const { t } = useTranslation('agency');
  const isLeader = useScopes().get(scope)?.has('team_leader') ?? false;
  return (
    <Card
      flush
      title={agency.name}
      side={<ActionButton kind="quiet" href={`/agencies/${agency.id}`} label={t('home.openAgency', { name: agency.name })} iconAfter={<IconChevronRight size="1.25rem" stroke={2} aria-hidden="true" />}>{t('home.agencyCard')}</ActionButton>}
    >
      {visits.map((visit) => <VisitRow key={visit.id} visit={visit} agency={agency} />)}
      {visits.length === 0 ? <p className={styles.none}>{t('home.noVisits')}</p> : null}
      {visits.length === 0 && isLeader ? <div className={styles.begin}><ActionButton kind="primary" href={`/agencies/${agency.id}/visits/new`}>{t('home.createVisit')}</ActionButton></div> : null}
    </Card>
  );
}
