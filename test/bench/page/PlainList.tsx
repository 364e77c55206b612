import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { ListItemView } from '#client/features/rate-standards/ListItemView.tsx';
import type { ListItem } from '#client/features/rate-standards/listItems.ts';
import styles from '#client/features/rate-standards/StandardList.module.css';
import { VISIT } from '#test/bench/workload/benchPeople.ts';

/** The rows of the product's list, drawn by the same virtual list, over data that lies ready. */
export function PlainList({ items }: { readonly items: readonly ListItem[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (items[at]?.kind === 'heading' ? 37 : 84),
    getItemKey: (at) => items[at]?.key ?? at,
    overscan: 6,
  });
  return (
    <div className={styles.list}>
      <div ref={scroller} className={styles.scroller}>
        <div role="list" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index: at, key, start }) => {
            const item = items[at];
            return item ? (
              <div key={key} role="listitem" data-index={at} ref={virtual.measureElement} className={styles.row} style={{ transform: `translateY(${start}px)` }}>
                <ListItemView item={item} visitId={VISIT} active={false} />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
