import * as v from 'valibot';
import type { Form } from '#core/form/form.ts';
import { formSchema } from '#core/form/formSchema.ts';
import checklists from '#server/forms/checklists.json' with { type: 'json' };
import guides from '#server/forms/guides.json' with { type: 'json' };
import initialEvaluations from '#server/forms/initialEvaluations.json' with { type: 'json' };
import questionnaires from '#server/forms/questionnaires.json' with { type: 'json' };
import type { Store } from '#server/store/store.ts';
import { addForm } from './addForm.ts';

/** The forms that come with the product, of our own writing. */
export const shippedForms = (): readonly Form[] => v.parse(v.array(formSchema), [...checklists, ...guides, ...initialEvaluations, ...questionnaires]);

/** Puts them where they are not there yet. A form that somebody has replaced under the same id stays as it is. */
export async function installShippedForms(store: Store, nowMs: number): Promise<void> {
  await store.transaction(async (tx) => {
    const known = new Set((await tx.forms.newest()).map(({ id }) => id));
    for (const form of shippedForms()) if (!known.has(form.id)) await addForm(tx, form, nowMs);
  });
}
