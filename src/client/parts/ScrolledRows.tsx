import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { VirtualRow } from './VirtualRow.tsx';

export type ScrolledRow = { readonly key: string; readonly node: ReactNode };

/** Fewer rows than this cost nothing, and stay findable by the browser's own search. */
const VIRTUAL_FROM = 80;

/** Rows of a list that can grow. A long one builds only what is in sight of the page's own scroll. */
export function ScrolledRows({ rows, label, rowPx }: { readonly rows: readonly ScrolledRow[]; readonly label: string; readonly rowPx: number }) {
  if (rows.length >= VIRTUAL_FROM) return <LongList rows={rows} label={label} rowPx={rowPx} />;
  return (
    <div role="list" aria-label={label}>
      {rows.map((row) => <div key={row.key} role="listitem">{row.node}</div>)}
    </div>
  );
}

function LongList({ rows, label, rowPx }: { readonly rows: readonly ScrolledRow[]; readonly label: string; readonly rowPx: number }) {
  const list = useRef<HTMLDivElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    const page = document.getElementById('main');
    const top = list.current?.getBoundingClientRect().top ?? 0;
    setScrollMargin(page ? top - page.getBoundingClientRect().top + page.scrollTop : 0);
  }, [rows.length]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => document.getElementById('main'),
    estimateSize: () => rowPx,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    scrollMargin,
  });
  return (
    <div ref={list} role="list" aria-label={label} style={{ position: 'relative', height: virtual.getTotalSize() }}>
      {virtual.getVirtualItems().map((item) => (
        <VirtualRow key={item.key} index={item.index} total={rows.length} topPx={item.start - scrollMargin} measure={virtual.measureElement}>
          {rows[item.index]?.node}
        </VirtualRow>
      ))}
    </div>
  );
}
