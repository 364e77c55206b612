import { useTranslation } from 'react-i18next';
import { gapsByChapter, isUnder, matchesGap, type Gap, type GapFilter } from '#core/finding/gapList.ts';
import { ScrolledRows, type ScrolledRow } from '#client/parts/ScrolledRows.tsx';
import { SearchField } from '#client/ui/fields/SearchField.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { ChipRow } from '#client/ui/parts/ChipRow.tsx';
import { FilterChip } from '#client/ui/parts/FilterChip.tsx';
import { GroupHeading } from '#client/ui/parts/GroupHeading.tsx';
import { useGapListView } from './gapListView.ts';
import styles from './GapList.module.css';
import { GapRow } from './GapRow.tsx';
import type { AgencyWorld } from './useAgencyWorld.ts';

const FILTERS = ['open', 'overdue', 'urgent', 'all'] as const satisfies readonly GapFilter[];

/** Every gap by chapter, to be narrowed by chips and by number or words. */
export function GapList({ world, gaps, today }: { readonly world: AgencyWorld; readonly gaps: readonly Gap[]; readonly today: string }) {
  const { t } = useTranslation('gaps');
  const view = useGapListView();
  const query = view.words;
  const filter = view.filter ?? (gaps.some((gap) => isUnder('open', gap.finding, today)) ? 'open' : 'all');
  const shown = gaps.filter((gap) => isUnder(filter, gap.finding, today) && matchesGap(gap, query));
  const rows = gapsByChapter(shown).flatMap((chapter): readonly ScrolledRow[] => [
    {
      key: `chapter ${chapter.chapter}`,
      node: (
        <GroupHeading
          title={chapter.chapter === '' ? t('list.unknownChapter') : `${chapter.chapter} ${chapter.title}`}
          count={t('list.count', { count: chapter.gaps.length })}
        />
      ),
    },
    ...chapter.gaps.map((gap) => ({ key: gap.finding.id, node: <GapRow world={world} gap={gap} today={today} /> })),
  ]);
  return (
    <>
      <SearchField label={t('list.search')} clearLabel={t('list.clear')} value={query} onChange={(words) => view.set({ words })} />
      <ChipRow label={t('list.chips')}>
        {FILTERS.map((value) => (
          <FilterChip key={value} selected={filter === value} onPress={() => view.set({ filter: value })}>
            {t(`chip.${value}`, { count: gaps.filter((gap) => isUnder(value, gap.finding, today)).length })}
          </FilterChip>
        ))}
      </ChipRow>
      <p className={styles.sorted} role="status">{t('list.sorted', { count: shown.length })}</p>
      {shown.length === 0 ? <Card look="dashed">{t(query === '' ? `none.${filter}` : 'none.search')}</Card> : (
        <div className={styles.list}><ScrolledRows rows={rows} label={t('title')} rowPx={116} /></div>
      )}
    </>
  );
}
