import type { Program } from '#core/manual/edition.ts';
import type { Form } from './form.ts';

/** The newest revision of each form that is for a program, by title. */
export function newestForms(forms: readonly Form[], program: Program | undefined): readonly Form[] {
  const newest = new Map<string, Form>();
  for (const form of forms) if (form.revision > (newest.get(form.id)?.revision ?? 0)) newest.set(form.id, form);
  return [...newest.values()]
    .filter(({ programs }) => program === undefined || programs.includes(program))
    .sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1));
}

const titleOf = ({ title, id }: Form): string => title.es ?? title.en ?? id;
