import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './PaneRows.module.css';
import { VirtualRow } from './VirtualRow.tsx';

export type PaneRow = { readonly key: string; readonly node: ReactNode; readonly active?: boolean };

/** Fewer rows than this cost nothing, and stay findable by the browser's own search. */
const VIRTUAL_FROM = 60;

/** The rows of a list pane, with a scroll of their own; a long list builds only what is in sight. The open one is scrolled to. */
export function PaneRows({ rows, label, rowPx }: { readonly rows: readonly PaneRow[]; readonly label: string; readonly rowPx: number }) {
  if (rows.length >= VIRTUAL_FROM) return <LongList rows={rows} label={label} rowPx={rowPx} />;
  return (
    <div role="list" aria-label={label} className={styles.scroller}>
      {rows.map((row) => <div key={row.key} role="listitem">{row.node}</div>)}
    </div>
  );
}

function LongList({ rows, label, rowPx }: { readonly rows: readonly PaneRow[]; readonly label: string; readonly rowPx: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
  });
  const activeAt = rows.findIndex((row) => row.active);
  const activeKey = rows[activeAt]?.key;
  const shownKey = useRef<string>(undefined);
  useEffect(() => {
    // Only when another record is opened: a record that arrives must not move the list under the finger.
    if (activeKey === undefined || shownKey.current === activeKey) return;
    shownKey.current = activeKey;
    virtual.scrollToIndex(activeAt, { align: 'auto' });
  }, [virtual, activeAt, activeKey]);
  return (
    <div ref={scroller} className={styles.scroller}>
      <div role="list" aria-label={label} className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => (
          <VirtualRow key={item.key} index={item.index} total={rows.length} topPx={item.start} measure={virtual.measureElement}>
            {rows[item.index]?.node}
          </VirtualRow>
        ))}
      </div>
    </div>
  );
}
