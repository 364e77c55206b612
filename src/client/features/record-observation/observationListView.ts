import { create } from 'zustand';
import type { ObservationFilter, ObservationOrder } from '#core/visit/arrangeObservations.ts';

/** How the list is looked at: stays while the person goes from one observation to the next. */
type ObservationListView = {
  readonly words: string;
  readonly order: ObservationOrder;
  readonly filters: ReadonlySet<ObservationFilter>;
  readonly setWords: (words: string) => void;
  readonly setOrder: (order: ObservationOrder) => void;
  readonly toggle: (filter: ObservationFilter) => void;
};

export const useObservationListView = create<ObservationListView>((set, get) => ({
  words: '',
  order: 'newest',
  filters: new Set(),
  setWords: (words) => set({ words }),
  setOrder: (order) => set({ order }),
  toggle: (filter) => {
    const filters = new Set(get().filters);
    if (!filters.delete(filter)) filters.add(filter);
    set({ filters });
  },
}));
