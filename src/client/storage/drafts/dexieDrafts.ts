import { sha256OfText } from '#core/bytes.ts';
import type { Json } from '#core/json.ts';
import { ok } from '#core/result.ts';
import type { Database } from '#client/storage/database/database.ts';
import { durably } from '#client/storage/database/durable.ts';
import type { RowCipher } from '#client/storage/keys/rowCipher.ts';
import { withReserve } from '#client/storage/reserve.ts';
import type { Draft, DraftStore } from './draftStore.ts';

const trusted = (value: Json): Draft => value as unknown as Draft;

export type OpenDrafts = DraftStore & {
  readonly all: () => readonly Draft[];
  /** How many the disk had no room for. */
  readonly notKept: () => number;
  /**
   * Runs a seal whose transaction removes these drafts. No older write of them lands behind it, and what was typed while it
   * ran is a draft on the disk afterwards.
   */
  readonly whileSealing: <T extends { readonly ok: boolean }>(keys: readonly string[], seal: () => Promise<T>) => Promise<T>;
  /** Their rows have gone from the disk already. */
  readonly forget: (keys: readonly string[]) => void;
  /** Resolves when every write that was asked for so far has ended. */
  readonly settled: () => Promise<void>;
};

/** Drafts in IndexedDB, all in memory too. A row's id is the hash of its key: the key would tell that there was an interview. */
export async function openDrafts(db: Database, cipher: RowCipher): Promise<OpenDrafts> {
  const rows = await db.drafts.toArray();
  const loaded = await Promise.all(rows.map((row) => cipher.open('drafts', row.id, row.body, trusted)));
  const drafts = new Map(loaded.map((draft) => [draft.key, draft]));
  const notKept = new Set<string>();
  /** One write after the other, so that a slow one of an older text cannot overtake a newer. */
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = queue.then(work, work);
    queue = turn;
    return turn;
  };
  const put = (draft: Draft): ReturnType<DraftStore['put']> => {
    drafts.set(draft.key, draft);
    return inTurn(async () => {
      // Sealed or replaced while this write was waiting: an older text must not come back.
      if (drafts.get(draft.key) !== draft) return ok(undefined);
      const id = sha256OfText(draft.key);
      const body = await cipher.seal('drafts', id, draft);
      const stored = await withReserve(db, () => durably(db, () => db.transaction('rw', db.drafts, () => db.drafts.put({ id, body }))));
      if (stored.ok) notKept.delete(draft.key);
      else notKept.add(draft.key);
      return stored.ok ? ok(undefined) : stored;
    });
  };
  const forget = (key: string): void => {
    drafts.delete(key);
    notKept.delete(key);
  };
  const settled = (): Promise<void> => inTurn(async () => undefined);
  return {
    get: (key) => drafts.get(key),
    any: () => drafts.size > 0,
    all: () => [...drafts.values()],
    notKept: () => notKept.size,
    put,
    settled,
    forget: (keys) => {
      for (const key of keys) forget(key);
    },
    whileSealing: async (keys, seal) => {
      const before = new Map(keys.map((key) => [key, drafts.get(key)]));
      if (keys.length > 0) await settled();
      const sealed = await seal();
      if (!sealed.ok) return sealed;
      for (const [key, draft] of before) {
        const now = drafts.get(key);
        if (now === draft) forget(key);
        // Typed meanwhile: its row may have gone with the seal's transaction.
        else if (now !== undefined) await put(now);
      }
      return sealed;
    },
    remove: (key) => {
      forget(key);
      return inTurn(() => durably(db, () => db.drafts.delete(sha256OfText(key))));
    },
  };
}
