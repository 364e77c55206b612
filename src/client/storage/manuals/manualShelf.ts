import { sha256OfText } from '#core/bytes.ts';
import type { Json } from '#core/json.ts';
import { fromEditionFiles, readEditionFilesHead, type EditionFile, type EditionFilesHead } from '#core/manual/editionFiles.ts';
import { indexEdition, type ManualIndex } from '#core/manual/manualIndex.ts';
import type { Database } from '#client/storage/database/database.ts';
import { durably, type StorageError } from '#client/storage/database/durable.ts';
import type { RowCipher } from '#client/storage/keys/rowCipher.ts';
import { ok, type Result } from '#core/result.ts';

type StoredHead = { readonly kind: 'head'; readonly head: EditionFilesHead };
type StoredChapter = { readonly kind: 'chapter'; readonly edition: string; readonly revision: number; readonly file: EditionFile };

/** The manuals of this person on this tablet, encrypted; never in Cache Storage. */
export type ManualShelf = {
  /** United from all the files that are here. The same object until a file arrives. */
  readonly open: (edition: string, revision: number) => Promise<ManualIndex | undefined>;
  readonly version: () => number;
  /** The chapters and languages that are here, as `<chapter>/<language>`. */
  readonly filesOf: (edition: string, revision: number) => ReadonlySet<string>;
  readonly storeHead: (head: EditionFilesHead) => Promise<Result<void, StorageError>>;
  readonly storeFile: (edition: string, revision: number, file: EditionFile) => Promise<Result<void, StorageError>>;
  readonly subscribe: (listener: () => void) => () => void;
};

const trusted = (value: Json): StoredHead | StoredChapter => value as unknown as StoredHead | StoredChapter;

export async function openShelf(db: Database, cipher: RowCipher): Promise<ManualShelf> {
  const keys = new Map<string, Set<string>>();
  const heads = new Map<string, string>();
  const opened = new Map<string, Promise<ManualIndex | undefined>>();
  /** What was decrypted at the unlock, until its manual is opened: no row is decrypted twice on the way to the first screen. */
  const unopened = new Map<string, (StoredHead | StoredChapter)[]>();
  const listeners = new Set<() => void>();
  let version = 0;
  const nameOf = (edition: string, revision: number): string => `${edition}@${revision}`;

  const read = async (wanted?: string): Promise<(StoredHead | StoredChapter)[]> => {
    const rows = await db.manuals.toArray();
    const all = await Promise.all(rows.map((row) => cipher.open('manuals', row.id, row.body, trusted)));
    return wanted === undefined ? all : all.filter((row) => manualOf(row) === wanted);
  };
  const manualOf = (row: StoredHead | StoredChapter): string =>
    row.kind === 'head' ? nameOf(row.head.id, row.head.revision) : nameOf(row.edition, row.revision);
  const note = (row: StoredHead | StoredChapter): void => {
    const name = manualOf(row);
    const files = keys.get(name) ?? new Set();
    if (row.kind === 'head') heads.set(name, JSON.stringify(row.head));
    else files.add(`${row.file.chapterId}/${row.file.language}`);
    keys.set(name, files);
  };
  const store = async (key: string, row: StoredHead | StoredChapter): Promise<Result<void, StorageError>> => {
    const id = sha256OfText(key);
    const body = await cipher.seal('manuals', id, row);
    const stored = await durably(db, () => db.manuals.put({ id, body }));
    if (!stored.ok) return stored;
    note(row);
    opened.delete(manualOf(row));
    unopened.delete(manualOf(row));
    version += 1;
    for (const listener of listeners) listener();
    return ok(undefined);
  };
  const assemble = async (name: string): Promise<ManualIndex | undefined> => {
    const rows = unopened.get(name) ?? (await read(name));
    unopened.delete(name);
    const stored = rows.find((row) => row.kind === 'head');
    const head = stored && readEditionFilesHead(stored.head);
    const files = rows.flatMap((row) => (row.kind === 'chapter' ? [row.file] : []));
    if (!head || files.length === 0) return undefined;
    const edition = fromEditionFiles(head, files);
    if (!edition.ok) throw new Error(`stored manual ${name}: ${edition.error.type}`);
    return indexEdition(edition.value);
  };

  for (const row of await read()) {
    note(row);
    const name = manualOf(row);
    const others = unopened.get(name);
    if (others) others.push(row);
    else unopened.set(name, [row]);
  }
  return {
    open: (edition, revision) => {
      const name = nameOf(edition, revision);
      const known = opened.get(name);
      if (known) return known;
      const opening = assemble(name);
      opened.set(name, opening);
      return opening;
    },
    version: () => version,
    filesOf: (edition, revision) => keys.get(nameOf(edition, revision)) ?? new Set(),
    storeHead: async (head) =>
      heads.get(nameOf(head.id, head.revision)) === JSON.stringify(head) ? ok(undefined) : store(`head/${nameOf(head.id, head.revision)}`, { kind: 'head', head }),
    storeFile: (edition, revision, file) =>
      store(`${nameOf(edition, revision)}/${file.chapterId}/${file.language}`, { kind: 'chapter', edition, revision, file }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
