import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findingRowsOf, type FindingRow } from '#core/finding/findingRows.ts';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { VisitFrame } from '#client/parts/VisitFrame.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ChipRow } from '#client/ui/parts/ChipRow.tsx';
import { EmptyState } from '#client/ui/parts/EmptyState.tsx';
import { FilterChip } from '#client/ui/parts/FilterChip.tsx';
import { FindingList } from './FindingList.tsx';
import { FINDING_FILTERS, findingFilters, type FindingFilter } from './findingFilters.ts';
import { FindingsSummary } from './FindingsSummary.tsx';
import { useLevelOf } from './useLevelOf.ts';

/** `/visits/$visitId/findings`: everything that the visit found, by where it stands. */
export function FindingsScreen({ visitId }: { readonly visitId: string }) {
  return <VisitFrame visitId={visitId} active="findings">{(world) => <Findings world={world} />}</VisitFrame>;
}

function Findings({ world }: { readonly world: VisitWorld }) {
  const { t } = useTranslation('finding');
  const rows = findingRowsOf(world.visit, world.agency, world.visitId, useLevelOf(world));
  const handOver = (
    <ActionButton kind={world.isLeader ? 'primary' : 'outline'} href={`/visits/${world.visitId}/hand-over`}>
      {t(world.isLeader ? 'list.handOver' : 'list.seeMissing')}
    </ActionButton>
  );
  return (
    <PageColumn>
      <PageHeader title={t('list.title')} side={rows.length > 0 && world.mayWrite ? handOver : null} />
      {rows.length === 0 ? (
        <EmptyState
          title={t('list.emptyTitle')}
          text={t('list.emptyText')}
          actions={<ActionButton kind="primary" href={`/visits/${world.visitId}/standards`}>{t('list.emptyAction')}</ActionButton>}
        />
      ) : (
        <FilteredFindings world={world} rows={rows} />
      )}
    </PageColumn>
  );
}

function FilteredFindings({ world, rows }: { readonly world: VisitWorld; readonly rows: readonly FindingRow[] }) {
  const { t } = useTranslation('finding');
  const [filter, setFilter] = useState<FindingFilter>('all');
  const shown = rows.filter(findingFilters[filter]);
  return (
    <>
      <FindingsSummary rows={rows} onShow={setFilter} />
      <ChipRow label={t('filter.label')}>
        {FINDING_FILTERS.map((value) => (
          <FilterChip key={value} selected={filter === value} onPress={() => setFilter(value)}>
            {t(`filter.${value}`, { count: rows.filter(findingFilters[value]).length })}
          </FilterChip>
        ))}
      </ChipRow>
      {shown.length === 0 ? <Card look="dashed">{t('list.noneInFilter')}</Card> : <FindingList world={world} rows={shown} />}
    </>
  );
}
