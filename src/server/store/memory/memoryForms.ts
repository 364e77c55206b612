import type { FormTable, StoredForm } from '#server/store/formTable.ts';
import { insert, type Journal } from './journal.ts';
import type { MemoryState } from './memoryState.ts';

export function memoryForms(state: MemoryState, journal: Journal): FormTable {
  return {
    async newest() {
      const newest = new Map<string, StoredForm>();
      for (const form of state.forms.values()) if (form.revision > (newest.get(form.id)?.revision ?? 0)) newest.set(form.id, form);
      return [...newest.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
    add: async (form) => insert(journal, state.forms, `${form.id}@${form.revision}`, form),
  };
}
