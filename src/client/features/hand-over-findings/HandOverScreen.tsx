import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handOverItems } from '#core/finding/handOver.ts';
import { ManualGate } from '#client/parts/ManualGate.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { HandOverChoice } from './HandOverChoice.tsx';
import { HandOverDone, type HandedOver } from './HandOverDone.tsx';
import { useLevelOf } from './useLevelOf.ts';

/** `/visits/$visitId/hand-over`: what each draft lacks, exactly what the agency will receive, and the act itself. */
export function HandOverScreen({ visitId }: { readonly visitId: string }) {
  const { t } = useTranslation('handover');
  return (
    <VisitFrame visitId={visitId} active="findings" back={{ label: t('back'), href: `/visits/${visitId}/findings` }}>
      {(world) => <ManualGate world={world} title={t('title')}>{() => <HandOver world={world} />}</ManualGate>}
    </VisitFrame>
  );
}

function HandOver({ world }: { readonly world: VisitWorld }) {
  const { t } = useTranslation('handover');
  const levelOf = useLevelOf(world);
  const [done, setDone] = useState<HandedOver>();
  const items = handOverItems(world.visit, { visitId: world.visitId, visitScope: world.visitScope, revision: world.card.revision, levelOf });
  return (
    <PageColumn>
      <PageHeader title={t('title')} under={t('to', { agency: world.agencyCard.name })} />
      {done ? <HandOverDone done={done} agency={world.agencyCard.name} findingsHref={`/visits/${world.visitId}/findings`} /> : null}
      {world.isLeader ? null : <Banner tone="info" boxed>{t('leaderOnly')}</Banner>}
      {items.length > 0 ? (
        <HandOverChoice world={world} items={items} onDone={setDone} />
      ) : done ? null : (
        <EmptyState
          title={t('emptyTitle')}
          text={t('emptyText')}
          actions={<ActionButton href={`/visits/${world.visitId}/findings`}>{t('seeFindings')}</ActionButton>}
        />
      )}
    </PageColumn>
  );
}
