import type { ReactNode } from 'react';

export type Toast = { readonly id: string; readonly serial: number; readonly node: ReactNode };

/** More at once would hide the screen; the oldest goes first. */
const MOST_SHOWN = 3;
let shown: readonly Toast[] = [];
let serial = 0;
const watchers = new Set<() => void>();

function change(next: readonly Toast[]): void {
  if (next.length === 0 && shown.length === 0) return;
  shown = next;
  for (const tell of watchers) tell();
}

/** What the toasts' place draws: one row of short messages for the whole window. */
export const toasts = {
  current: (): readonly Toast[] => shown,
  subscribe: (watcher: () => void): (() => void) => {
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  },
  /** A toast with the same id is replaced, and stays its full time again. */
  show: (id: string, node: ReactNode): void => {
    serial += 1;
    change([...shown.filter((toast) => toast.id !== id), { id, serial, node }].slice(-MOST_SHOWN));
  },
  hide: (id: string): void => change(shown.filter((toast) => toast.id !== id)),
  clear: (): void => change([]),
};
