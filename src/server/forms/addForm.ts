import { canonicalJson } from '#core/json.ts';
import type { Form } from '#core/form/form.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/**
 * Adds a form, or a new revision of one whose id is known; gives its revision. The same content again changes nothing. Earlier
 * revisions stay: what was answered to them stays readable.
 */
export async function addForm(tx: StoreTransaction, form: Form, nowMs: number): Promise<{ readonly revision: number; readonly added: boolean }> {
  const known = (await tx.forms.newest()).find(({ id }) => id === form.id);
  const textOf = (revision: number): string => canonicalJson(JSON.parse(JSON.stringify({ ...form, revision })));
  if (known && known.form === textOf(known.revision)) return { revision: known.revision, added: false };
  const revision = (known?.revision ?? 0) + 1;
  await tx.forms.add({ id: form.id, revision, form: textOf(revision), addedAt: new Date(nowMs).toISOString() });
  return { revision, added: true };
}
