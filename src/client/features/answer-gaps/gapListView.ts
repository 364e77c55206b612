import { create } from 'zustand';
import type { GapFilter } from '#core/finding/gapList.ts';

/** How the list is looked at: stays while the person goes from one gap to the next. `filter` undefined: not chosen yet. */
type GapListView = {
  readonly words: string;
  readonly filter: GapFilter | undefined;
  readonly set: (part: Partial<Pick<GapListView, 'words' | 'filter'>>) => void;
};

export const useGapListView = create<GapListView>((set) => ({ words: '', filter: undefined, set }));
