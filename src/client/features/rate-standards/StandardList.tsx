import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ManualIndex } from '#core/manual/manualIndex.ts';
import type { StandardOverview } from '#core/rating/visitOverview.ts';
import { useStandardSearch } from '#client/parts/useStandardSearch.ts';
import { SearchField } from '#client/ui/fields/SearchField.tsx';
import { ChipRow } from '#client/ui/parts/ChipRow.tsx';
import { FilterChip } from '#client/ui/parts/FilterChip.tsx';
import { LIST_FILTERS, listItems, passes } from './listItems.ts';
import { ListItemView } from './ListItemView.tsx';
import { useListView } from './listView.ts';
import styles from './StandardList.module.css';

type StandardListProps = {
  readonly visitId: string;
  readonly index: ManualIndex;
  readonly rows: readonly StandardOverview[];
  readonly currentId: string | undefined;
  /** The drawer that holds the list is open: only then can it be scrolled where the list has no column. */
  readonly drawn: boolean;
};

/** Every standard of the manual: found by number or words, filtered at once, drawn only where it is looked at. */
export function StandardList({ visitId, index, rows, currentId, drawn }: StandardListProps) {
  const { t } = useTranslation(['rating', 'common']);
  const { query, filter, setQuery, setFilter } = useListView();
  const { found, warmUp } = useStandardSearch(index, query);
  const items = useMemo(() => listItems(rows, filter, found), [rows, filter, found]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (items[at]?.kind === 'heading' ? 37 : 84),
    getItemKey: (at) => items[at]?.key ?? at,
    overscan: 6,
  });
  const currentAt = items.findIndex((item) => item.kind === 'row' && item.key === currentId);
  const searching = found !== undefined;
  // Only when another standard or the drawer is opened, or a search ends: a filter or a result must not move the list under the finger.
  const shown = useRef<string | undefined>(undefined);
  useEffect(() => {
    const toShow = `${currentId} ${drawn}`;
    if (searching) shown.current = undefined;
    if (searching || currentAt < 0 || shown.current === toShow) return undefined;
    // In the next frame: the router carries the scroll of an address over to the next one after this effect.
    const frame = requestAnimationFrame(() => {
      shown.current = toShow;
      virtual.scrollToIndex(currentAt, { align: 'auto' });
    });
    return () => cancelAnimationFrame(frame);
  }, [currentAt, currentId, drawn, searching, virtual]);
  const search = (text: string): void => {
    setQuery(text);
    // The best hit stands first.
    if (scroller.current) scroller.current.scrollTop = 0;
  };

  return (
    <div className={styles.list}>
      <div className={styles.head}>
        <SearchField label={t('list.search')} clearLabel={t('list.clear')} value={query} onChange={search} onFocus={warmUp} />
        <ChipRow label={t('list.filters')}>
          {LIST_FILTERS.map((one) => (
            <FilterChip key={one} selected={filter === one} onPress={() => setFilter(one)}>
              {t(`list.filter.${one}`, { number: rows.filter((row) => passes(one, row)).length })}
            </FilterChip>
          ))}
        </ChipRow>
        <p className={styles.found} role="status">{searching ? t('list.found', { count: items.length }) : ''}</p>
      </div>
      <div ref={scroller} className={styles.scroller}>
        {items.length === 0 ? <p className={styles.none}>{t(searching ? 'list.noneFound' : 'list.noneInFilter')}</p> : null}
        <div role="list" aria-label={t('list.label')} className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: at, key, start }) => {
            const item = items[at];
            return item ? (
              <div key={key} role="listitem" aria-setsize={items.length} aria-posinset={at + 1} data-index={at} ref={virtual.measureElement} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
                <ListItemView item={item} visitId={visitId} active={item.key === currentId} />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
