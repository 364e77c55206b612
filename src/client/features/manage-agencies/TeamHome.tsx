import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BackUpOffer } from '#client/parts/BackUpOffer.tsx';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { type AgencyOnTablet, useAgencies } from '#client/parts/useAgencies.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { AgencyVisits } from './AgencyVisits.tsx';
import { NothingYet } from './NothingYet.tsx';

/** A team's agencies and visits, each with what to do next; the agency with the latest visit first. */
export function TeamHome() {
  const { t } = useTranslation('agency');
  const agencies = useAgencies().toSorted((a, b) => startOf(b).localeCompare(startOf(a)));
  const isLeader = useWorkspace().me.person.role === 'team_leader';
  const create = (kind: 'primary' | 'outline') => (
    <ActionButton kind={kind} size="lg" href="/agencies/new" icon={<IconPlus size="1.375rem" stroke={2.4} aria-hidden="true" />}>{t('home.createAgency')}</ActionButton>
  );
  return (
    <PlainFrame active="home">
      <PageColumn>
        <PageHeader title={t('home.title')} side={isLeader && agencies.length > 0 ? create('outline') : undefined} />
        <BackUpOffer />
        {agencies.length > 0 ? agencies.map((one) => <AgencyVisits key={one.agency.id} {...one} />) : (
          isLeader
            ? <NothingYet title={t('home.none')} text={t('home.noneLeader')} begin={create('primary')} />
            : <NothingYet title={t('home.none')} text={t('home.noneAdvisor')} />
        )}
      </PageColumn>
    </PlainFrame>
  );
}

/** An agency without a visit is the newest work: it waits for one. */
const startOf = ({ visits }: AgencyOnTablet): string => visits[0]?.startDate ?? '9999';
