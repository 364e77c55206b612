import type { ReactNode } from 'react';

type VirtualRowProps = {
  readonly index: number;
  /** Rows of the whole list, the ones that are not built too. */
  readonly total: number;
  /** From the top of the list, px. */
  readonly topPx: number;
  /** Measures the row once it is drawn: rows grow with their words. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly children: ReactNode;
};

/** A row of a long list, at its place; a screen reader hears which of how many it is. */
export function VirtualRow({ index, total, topPx, measure, children }: VirtualRowProps) {
  return (
    <div
      ref={measure}
      data-index={index}
      role="listitem"
      aria-setsize={total}
      aria-posinset={index + 1}
      style={{ position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${topPx}px)` }}
    >
      {children}
    </div>
  );
}
