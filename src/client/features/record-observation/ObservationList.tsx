import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { standardById } from '#core/manual/manualIndex.ts';
import { arrangeObservations, type ObservationFilter } from '#core/visit/arrangeObservations.ts';
import { observationsOf } from '#core/visit/observation.ts';
import { ListPane } from '#client/parts/ListPane.tsx';
import { PaneRows } from '#client/parts/PaneRows.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { SearchField } from '#client/ui/fields/SearchField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { ChipRow } from '#client/ui/parts/ChipRow.tsx';
import { FilterChip } from '#client/ui/parts/FilterChip.tsx';
import { GroupHeading } from '#client/ui/parts/GroupHeading.tsx';
import { Segmented } from '#client/ui/parts/Segmented.tsx';
import { ObservationRow } from './ObservationRow.tsx';
import styles from './ObservationList.module.css';
import { useAreaName } from './useAreaName.ts';
import { useObservationListView } from './observationListView.ts';

const FILTERS: readonly ObservationFilter[] = ['mine', 'contradicts', 'barrier', 'conflict'];

/** Every observation of the visit, newest first or by area. `currentId`: the one that is open; without it this is the page. */
export function ObservationList({ world, currentId }: { readonly world: VisitWorld; readonly currentId: string | undefined }) {
  const { t } = useTranslation('observation');
  const { me } = useWorkspace();
  const view = useObservationListView();
  const areaNameOf = useAreaName(world.manual);
  const index = world.manual.kind === 'ready' ? world.manual.index : undefined;
  const all = useMemo(() => observationsOf(world.visit), [world.visit]);
  const groups = useMemo(
    () => arrangeObservations(all, { ...view, me: me.person.id }, {
      area: (observation) => areaNameOf(observation.area).text,
      standardNumber: (id) => (index && standardById(index, id)?.number) ?? id,
    }),
    [all, view, me, areaNameOf, index],
  );
  const rows = groups.flatMap(({ area, observations }) => [
    ...(view.order === 'area' ? [{ key: `area ${area}`, node: <GroupHeading title={area || t('list.noArea')} count={String(observations.length)} /> }] : []),
    ...observations.map((observation) => ({
      key: observation.id,
      active: observation.id === currentId,
      node: <ObservationRow world={world} observation={observation} active={observation.id === currentId} showArea={view.order === 'newest'} />,
    })),
  ]);
  const shown = groups.reduce((sum, group) => sum + group.observations.length, 0);

  const head = (
    <>
      {currentId === undefined ? <PageHeader title={t('list.title')} /> : null}
      {world.mayWrite ? (
        <div className={styles.new}>
          <ActionButton kind="primary" full icon={<IconPlus stroke={2} aria-hidden="true" />} href={`/visits/${world.visitId}/observations/new`}>{t('list.new')}</ActionButton>
        </div>
      ) : null}
      {all.length === 0 ? null : (
        <>
          <SearchField label={t('list.search')} clearLabel={t('list.clear')} value={view.words} onChange={view.setWords} />
          <Segmented full label={t('list.order')} value={view.order} onChange={view.setOrder} options={[{ value: 'newest', label: t('list.newest') }, { value: 'area', label: t('list.byArea') }]} />
          <ChipRow label={t('list.filters')}>
            {FILTERS.map((filter) => <FilterChip key={filter} selected={view.filters.has(filter)} onPress={() => view.toggle(filter)}>{t(`list.filter.${filter}`)}</FilterChip>)}
          </ChipRow>
          <p className={styles.count} role="status">{t('list.count', { count: shown })}</p>
        </>
      )}
    </>
  );
  return (
    <ListPane head={head}>
      {rows.length > 0 ? <PaneRows rows={rows} label={t('list.title')} rowPx={92} /> : <p className={styles.none}>{all.length === 0 ? t('list.empty') : t('list.noneFound')}</p>}
    </ListPane>
  );
}
