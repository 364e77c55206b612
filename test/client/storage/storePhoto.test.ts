import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { describeDatabase } from '#client/storage/database/database.ts';
import { openFiles } from '#client/storage/files/dexieFiles.ts';
import { storePhoto } from '#client/storage/files/storePhoto.ts';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { sha256OfBytes } from '#core/bytes.ts';
import { err } from '#core/result.ts';
import { anId, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

const aFile = (...bytes: readonly number[]) => ({ sha256: sha256OfBytes(new Uint8Array(bytes)), bytes: new Uint8Array(bytes) });
const thumb = aFile(1, 2);
const working = aFile(3, 4, 5);
const photo = { thumb, working, capturedSha256: working.sha256, width: 4, height: 3, sizeBytes: 3 };

async function aVault() {
  const db = describeDatabase(`test-${anId()}`);
  const files = await openFiles(db, rowCipher(await newDataKey()));
  const fullFor = (sha256: string): typeof files => ({
    ...files, store: async (...args) => (args[1] === sha256 ? err({ type: 'disk-full' as const }) : files.store(...args)),
  });
  return { db, files, fullFor };
}

test('a photo whose large picture finds no room leaves no thumbnail that would wait for ever', async () => {
  const { db, files, fullFor } = await aVault();
  expect(await storePhoto(fullFor(working.sha256), VISIT_SCOPE, photo)).toEqual(err({ type: 'disk-full' }));
  expect(await files.waiting()).toEqual([]);
  expect(await files.has(VISIT_SCOPE, thumb.sha256)).toBe(false);
  expect([await db.files.count(), await db.chunks.count()]).toEqual([0, 0]);
});

test('a photo whose record could not be written is taken back whole', async () => {
  const { db, files } = await aVault();
  const stored = await storePhoto(files, VISIT_SCOPE, photo);
  expect(await files.waiting()).toHaveLength(2);
  if (stored.ok) await stored.value.takeBack();
  expect([await db.files.count(), await db.chunks.count()]).toEqual([0, 0]);
  expect(await files.read(VISIT_SCOPE, working.sha256)).toBeUndefined();
});

test('bytes that another record names already are not taken back', async () => {
  const { files, fullFor } = await aVault();
  await files.store(VISIT_SCOPE, thumb.sha256, thumb.bytes, 'done');
  await storePhoto(fullFor(working.sha256), VISIT_SCOPE, photo);
  expect(await files.read(VISIT_SCOPE, thumb.sha256)).toEqual(thumb.bytes);
});
