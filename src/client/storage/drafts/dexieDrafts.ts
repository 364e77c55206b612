import { sha256OfText } from '#core/bytes.ts';
import type { Json } from '#core/json.ts';
import { ok } from '#core/result.ts';
import type { Database } from '#client/storage/database/database.ts';
import { durably } from '#client/storage/database/durable.ts';
import type { RowCipher } from '#client/storage/keys/rowCipher.ts';
import { withReserve } from '#client/storage/reserve.ts';
import type { Draft, DraftStore } from './draftStore.ts';

const trusted = (value: Json): Draft => value as unknown as Draft;

/** Drafts in IndexedDB, all in memory too. A row's id is the hash of its key: the key would tell that there was an interview. */
export async function openDrafts(db: Database, cipher: RowCipher): Promise<DraftStore & { readonly all: () => readonly Draft[]; readonly forget: (keys: readonly string[]) => void }> {
  const rows = await db.drafts.toArray();
  const loaded = await Promise.all(rows.map((row) => cipher.open('drafts', row.id, row.body, trusted)));
  const drafts = new Map(loaded.map((draft) => [draft.key, draft]));
  /** The newest text of a key, so that a slow write of an older one cannot overtake it. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn;
    return turn;
  };
  return {
    get: (key) => drafts.get(key),
    any: () => drafts.size > 0,
    all: () => [...drafts.values()],
    forget: (keys) => {
      for (const key of keys) drafts.delete(key);
    },
    put: (draft) => {
      drafts.set(draft.key, draft);
      return inTurn(async () => {
        // Sealed or replaced while this write was waiting: an older text must not come back.
        if (drafts.get(draft.key) !== draft) return ok(undefined);
        const id = sha256OfText(draft.key);
        const body = await cipher.seal('drafts', id, draft);
        const stored = await withReserve(db, () => durably(db, () => db.transaction('rw', db.drafts, () => db.drafts.put({ id, body }))));
        return stored.ok ? ok(undefined) : stored;
      });
    },
    remove: (key) => {
      drafts.delete(key);
      return inTurn(() => durably(db, () => db.drafts.delete(sha256OfText(key))));
    },
  };
}
