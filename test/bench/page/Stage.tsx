import type { ReactNode } from 'react';
import { createStore, useStore } from 'zustand';

/** What stands below the theme; changing it leaves the theme alone, as the app's own phases do. */
export const stage = createStore<{ readonly node: ReactNode }>(() => ({ node: null }));

export function Stage() {
  return useStore(stage, ({ node }) => node);
}
