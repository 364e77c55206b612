import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { describeDatabase } from '#client/storage/database/database.ts';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { type ManualShelf, openShelf } from '#client/storage/manuals/manualShelf.ts';
import type { Api } from '#client/sync/api.ts';
import { downloadManual } from '#client/sync/downloadManual.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { toEditionFiles } from '#core/manual/editionFiles.ts';
import { err, ok } from '#core/result.ts';
import { anId } from '#test/builders/opBuilder.ts';
import { aChapter, anEdition, aStandard, aTopic } from '#test/core/manual/manualBuilders.ts';

const edition = anEdition(
  ['1', '2'].map((number) => aChapter(number, [aTopic(`${number}.1`, [aStandard(`${number}.1.1`, { title: { es: 'Bitácora', en: 'Log' } })])])),
  { languages: ['es', 'en'] },
);
const { head, files } = toEditionFiles(edition);

const aShelf = async (): Promise<ManualShelf> => openShelf(describeDatabase(`test-${anId()}`), rowCipher(await newDataKey()));

/** A server that has the edition; from the `after`-th chapter file on it answers with `failure`. */
function aServer(after = Infinity, failure: ApiFailure = { type: 'unreachable' }) {
  const asked: string[] = [];
  const api: Pick<Api, 'editionHead' | 'chapter'> = {
    editionHead: async () => ok(head),
    chapter: async (_, __, chapterId, language) => {
      if (asked.length >= after) return err(failure);
      asked.push(`${chapterId}/${language}`);
      const file = files.find((one) => one.chapterId === chapterId && one.language === language);
      return file ? ok(file.json) : err({ type: 'refused', status: 404, code: 'not-found' });
    },
  };
  return { api, asked };
}

const get = (shelf: ManualShelf, api: Pick<Api, 'editionHead' | 'chapter'>, onProgress?: (done: number, total: number) => void) =>
  downloadManual(shelf, api, edition.id, edition.revision, onProgress);

test('a manual arrives whole, in both languages, and can be read', async () => {
  const [shelf, server] = [await aShelf(), aServer()];
  const progress: string[] = [];
  expect(await get(shelf, server.api, (done, total) => progress.push(`${done}/${total}`))).toEqual(ok(undefined));
  expect(server.asked).toEqual(['C1/es', 'C1/en', 'C2/es', 'C2/en']);
  expect(progress).toEqual(['1/4', '2/4', '3/4', '4/4']);
  const manual = await shelf.open(edition.id, edition.revision);
  expect(manual?.placeById.get('2.1.1')?.standard.title).toEqual({ es: 'Bitácora', en: 'Log' });
});

test('a download that broke off goes on where it was, and the chapters that came can be read meanwhile', async () => {
  const shelf = await aShelf();
  expect(await get(shelf, aServer(2).api)).toEqual(err({ type: 'unreachable' }));
  const half = await shelf.open(edition.id, edition.revision);
  expect([...(half?.placeById.keys() ?? [])]).toEqual(['1.1.1']);
  const again = aServer();
  expect(await get(shelf, again.api)).toEqual(ok(undefined));
  expect(again.asked).toEqual(['C2/es', 'C2/en']);
  expect((await shelf.open(edition.id, edition.revision))?.placeById.size).toBe(2);
});

test('a manual that is here costs one small question', async () => {
  const [shelf, server] = [await aShelf(), aServer()];
  await get(shelf, server.api);
  const again = aServer();
  expect(await get(shelf, again.api)).toEqual(ok(undefined));
  expect(again.asked).toEqual([]);
});

test('a server that does not give the edition leaves the shelf as it was, and says why', async () => {
  const shelf = await aShelf();
  const refused: ApiFailure = { type: 'refused', status: 404, code: 'not-found' };
  expect(await get(shelf, { ...aServer().api, editionHead: async () => err(refused) })).toEqual(err(refused));
  expect(await shelf.open(edition.id, edition.revision)).toBeUndefined();
});

test('a full disk is said, and the download stops asking for more', async () => {
  const [shelf, server] = [await aShelf(), aServer()];
  const full: ManualShelf = { ...shelf, storeFile: async () => err({ type: 'disk-full' }) };
  expect(await get(full, server.api)).toEqual(err({ type: 'disk-full' }));
  expect(server.asked).toEqual(['C1/es']);
});

test('a chapter that was damaged on the way is not stored, and comes at the next try', async () => {
  const [shelf, server] = [await aShelf(), aServer()];
  const damaged: typeof server.api = { ...server.api, chapter: async () => ok('{"format":"cotejo-chapter-1","chapter":') };
  expect(await get(shelf, damaged)).toMatchObject({ ok: false, error: { type: 'server' } });
  expect(shelf.filesOf(edition.id, edition.revision).size).toBe(0);
  expect(await get(shelf, server.api)).toEqual(ok(undefined));
  expect(await shelf.open(edition.id, edition.revision)).toBeDefined();
});
