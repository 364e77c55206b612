import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { standardById } from '#core/manual/manualIndex.ts';
import { arrangeInterviews } from '#core/visit/arrangeInterviews.ts';
import { interviewsOf } from '#core/visit/interview.ts';
import { ListPane } from '#client/parts/ListPane.tsx';
import { PaneRows } from '#client/parts/PaneRows.tsx';
import type { VisitWorld } from '#client/parts/useVisit.ts';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { SearchField } from '#client/ui/fields/SearchField.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { ChipRow } from '#client/ui/parts/ChipRow.tsx';
import { FilterChip } from '#client/ui/parts/FilterChip.tsx';
import { GroupHeading } from '#client/ui/parts/GroupHeading.tsx';
import { Segmented } from '#client/ui/parts/Segmented.tsx';
import styles from './InterviewList.module.css';
import { useInterviewListView } from './interviewListView.ts';
import { InterviewRow } from './InterviewRow.tsx';

/** Every interview of the visit by its code, or by the category of the post. `currentId`: the open one; without it this is the page. */
export function InterviewList({ world, currentId }: { readonly world: VisitWorld; readonly currentId: string | undefined }) {
  const { t } = useTranslation(['interview', 'vocabulary']);
  const { me } = useWorkspace();
  const view = useInterviewListView();
  const index = world.manual.kind === 'ready' ? world.manual.index : undefined;
  const all = useMemo(() => interviewsOf(world.visit), [world.visit]);
  const groups = arrangeInterviews(all, { ...view, me: me.person.id }, {
    role: (interview) => (interview.roleCategory ? t(`vocabulary:roleCategory.${interview.roleCategory}`) : ''),
    standardNumber: (id) => (index && standardById(index, id)?.number) ?? id,
  });
  const rows = groups.flatMap(({ role, interviews }) => [
    ...(view.order === 'role'
      ? [{ key: `role ${role ?? ''}`, node: <GroupHeading title={role ? t(`vocabulary:roleCategory.${role}`) : t('list.noRole')} count={String(interviews.length)} /> }]
      : []),
    ...interviews.map((interview) => ({
      key: interview.id,
      active: interview.id === currentId,
      node: <InterviewRow world={world} interview={interview} active={interview.id === currentId} />,
    })),
  ]);
  const shown = groups.reduce((sum, group) => sum + group.interviews.length, 0);

  const head = (
    <>
      {currentId === undefined ? <PageHeader title={t('list.title')} /> : null}
      {world.mayWrite ? (
        <div className={styles.new}>
          <ActionButton kind="primary" full icon={<IconPlus stroke={2} aria-hidden="true" />} href={`/visits/${world.visitId}/interviews/new`}>{t('list.new')}</ActionButton>
        </div>
      ) : null}
      {all.length === 0 ? null : (
        <>
          <SearchField label={t('list.search')} clearLabel={t('list.clear')} value={view.words} onChange={(words) => view.set({ words })} />
          <Segmented full label={t('list.order')} value={view.order} onChange={(order) => view.set({ order })} options={[{ value: 'code', label: t('list.byCode') }, { value: 'role', label: t('list.byRole') }]} />
          <ChipRow label={t('list.filters')}>
            <FilterChip selected={view.mineOnly} onPress={() => view.set({ mineOnly: !view.mineOnly })}>{t('list.mine')}</FilterChip>
          </ChipRow>
          <p className={styles.count} role="status">{t('list.count', { count: shown })}</p>
        </>
      )}
    </>
  );
  return (
    <ListPane head={head}>
      {rows.length > 0 ? <PaneRows rows={rows} label={t('list.title')} rowPx={88} /> : <p className={styles.none}>{all.length === 0 ? t('list.empty') : t('list.noneFound')}</p>}
    </ListPane>
  );
}
