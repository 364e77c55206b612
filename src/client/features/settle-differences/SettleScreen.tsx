import { useTranslation } from 'react-i18next';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import { isDifferent } from '#core/rating/visitOverview.ts';
import { ManualGate } from '#client/parts/ManualGate.tsx';
import { standardHref } from '#client/parts/standardHref.ts';
import { useVisitOverview } from '#client/parts/useVisitOverview.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { SettleDesk } from './SettleDesk.tsx';

/** Two or more results of one standard side by side; the team leader settles, the others read. */
export function SettleScreen({ visitId, standardId }: { readonly visitId: string; readonly standardId: string }) {
  const { t } = useTranslation('settle');
  return (
    <VisitFrame visitId={visitId} active="today">
      {(world) => <ManualGate world={world} title={t('title')}>{(index) => <Settling world={world} index={index} standardId={standardId} />}</ManualGate>}
    </VisitFrame>
  );
}

function Settling({ world, index, standardId }: { readonly world: VisitWorld; readonly index: ManualIndex; readonly standardId: string }) {
  const { t } = useTranslation('settle');
  const rows = useVisitOverview(world, index);
  const row = rows.find((one) => one.place.standard.id === standardId);
  const differences = rows.filter(isDifferent);
  if (row && (isDifferent(row) || row.team.kind === 'settled')) return <SettleDesk key={standardId} world={world} row={row} differences={differences} />;
  const next = differences[0]?.place.standard;
  return (
    <PageColumn>
      <PageHeader title={t('title')} />
      <EmptyState
        title={t('none.title')}
        text={t('none.text')}
        actions={
          <>
            {next ? <ActionButton kind="primary" href={`${standardHref(world.visitId, next.id)}/settle`}>{t('none.next', { number: next.number })}</ActionButton> : null}
            <ActionButton href={`/visits/${world.visitId}`}>{t('toToday')}</ActionButton>
          </>
        }
      />
    </PageColumn>
  );
}
