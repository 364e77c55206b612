import * as v from 'valibot';
import type { Form } from '#core/form/form.ts';
import { formSchema } from '#core/form/formSchema.ts';
import type { Json } from '#core/json.ts';
import type { Result } from '#core/result.ts';
import type { Database } from '#client/storage/database/database.ts';
import { durably, type StorageError } from '#client/storage/database/durable.ts';
import type { RowCipher } from '#client/storage/keys/rowCipher.ts';

/** The forms of this person's tablet, in one encrypted row that is opened when the first is asked for. */
export type FormShelf = {
  /** Every revision that was ever here: an answer is read under the one that it was given to. */
  readonly all: () => Promise<readonly Form[]>;
  /** As the server told it with what is here; '' while nothing is. */
  readonly hash: () => string;
  /** Takes the newest revisions in; earlier ones stay. */
  readonly store: (hash: string, forms: readonly Form[]) => Promise<Result<unknown, StorageError>>;
  /** Goes up whenever forms arrived. */
  readonly version: () => number;
  readonly subscribe: (listener: () => void) => () => void;
};

const read = (value: Json): readonly Form[] => v.parse(v.array(formSchema), value);

export async function openForms(db: Database, cipher: RowCipher): Promise<FormShelf> {
  let row = await db.vault.get('forms');
  let opened: Promise<readonly Form[]> | undefined;
  let version = 0;
  const listeners = new Set<() => void>();
  const all = (): Promise<readonly Form[]> => (opened ??= row?.key === 'forms' ? cipher.open('vault', 'forms', row.body, read) : Promise.resolve([]));
  return {
    all,
    hash: () => (row?.key === 'forms' ? row.hash : ''),
    version: () => version,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    store: async (hash, forms) => {
      const kept = (await all()).filter((old) => !forms.some(({ id, revision }) => id === old.id && revision === old.revision));
      const together = [...kept, ...forms];
      const fresh = { key: 'forms', hash, body: await cipher.seal('vault', 'forms', together) } as const;
      const stored = await durably(db, () => db.vault.put(fresh));
      if (!stored.ok) return stored;
      row = fresh;
      opened = Promise.resolve(together);
      version += 1;
      for (const listener of listeners) listener();
      return stored;
    },
  };
}
