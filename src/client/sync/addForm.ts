import type { Form } from '#core/form/form.ts';
import { ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { FormShelf } from '#client/storage/forms/formShelf.ts';
import type { Api } from './api.ts';
import { fetchForms } from './fetchForms.ts';
import type { ApiFailure } from './request.ts';

/** Gives a form to the installation and takes it, with all others, onto this tablet. */
export async function addForm(shelf: FormShelf, api: Pick<Api, 'addForm' | 'forms'>, form: Form): Promise<Result<{ readonly revision: number }, ApiFailure | StorageError>> {
  const added = await api.addForm(form);
  if (!added.ok) return added;
  // Any hash but the own one: what was added is not here yet.
  const fetched = await fetchForms(shelf, api, 'changed');
  return fetched.ok ? ok(added.value) : fetched;
}
