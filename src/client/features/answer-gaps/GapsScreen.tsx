import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { agencyFindingsOf } from '#core/finding/agencyFinding.ts';
import { AgencyPhoneFrame } from '#client/parts/AgencyPhoneFrame.tsx';
import { BackUpOffer } from '#client/parts/BackUpOffer.tsx';
import { useToday } from '#client/parts/useToday.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { GapList } from './GapList.tsx';
import { GapsOverview } from './GapsOverview.tsx';
import { type AgencyWorld, useAgencyWorld } from './useAgencyWorld.ts';
import { useGapPlaces } from './useGapPlaces.ts';

/** `/agencies/$agencyId/gaps`: where the agency stands, and every gap that was handed over to it. */
export function GapsScreen({ agencyId }: { readonly agencyId: string }) {
  const world = useAgencyWorld(agencyId);
  return (
    <AgencyPhoneFrame agencyId={agencyId} active="gaps">
      {world ? <Gaps world={world} /> : null}
    </AgencyPhoneFrame>
  );
}

function Gaps({ world }: { readonly world: AgencyWorld }) {
  const { t } = useTranslation('gaps');
  const today = useToday(world.card.timeZone);
  const findings = useMemo(() => agencyFindingsOf(world.state), [world.state]);
  const gaps = useGapPlaces(findings);
  return (
    <PageColumn>
      <PageHeader title={t('title')} />
      <BackUpOffer />
      {gaps.length === 0 ? (
        <EmptyState title={t('emptyTitle')} text={t('emptyText')} />
      ) : (
        <>
          <GapsOverview world={world} gaps={gaps} today={today} />
          <GapList world={world} gaps={gaps} today={today} />
        </>
      )}
    </PageColumn>
  );
}
