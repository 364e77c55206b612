import { create } from 'zustand';
import type { ListFilter } from './listItems.ts';

type ListView = { readonly query: string; readonly filter: ListFilter; readonly setQuery: (query: string) => void; readonly setFilter: (filter: ListFilter) => void };

/** What the list shows, kept while the person goes from standard to standard; forgotten with the page. */
export const useListView = create<ListView>((set) => ({
  query: '',
  filter: 'all',
  setQuery: (query) => set({ query }),
  setFilter: (filter) => set({ filter, query: '' }),
}));
