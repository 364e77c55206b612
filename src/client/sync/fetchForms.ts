import { ok, type Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { FormShelf } from '#client/storage/forms/formShelf.ts';
import type { Api } from './api.ts';
import type { ApiFailure } from './request.ts';

/** Brings the forms of the installation where the server has others than this tablet. `wanted`: what `GET /api/me` says; absent for who has none. */
export async function fetchForms(shelf: FormShelf, api: Pick<Api, 'forms'>, wanted: string | undefined): Promise<Result<unknown, ApiFailure | StorageError>> {
  if (wanted === undefined || wanted === shelf.hash()) return ok(undefined);
  const answer = await api.forms();
  if (answer.ok) return shelf.store(answer.value.hash, answer.value.forms);
  // An older server, or a role that was taken away meanwhile: visits go on without forms.
  return answer.error.type === 'refused' ? ok(undefined) : answer;
}
