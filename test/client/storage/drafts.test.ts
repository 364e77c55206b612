import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { sha256OfText } from '#core/bytes.ts';
import { err, ok } from '#core/result.ts';
import { describeDatabase } from '#client/storage/database/database.ts';
import { openDrafts } from '#client/storage/drafts/dexieDrafts.ts';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { anId } from '#test/builders/opBuilder.ts';
import { aDraft } from './anUnlocked.ts';

const typed = (value: string) => aDraft('1', value);
const { key } = typed('');

async function aDisk() {
  const db = describeDatabase(`test-${anId()}`);
  const cipher = rowCipher(await newDataKey());
  return {
    drafts: await openDrafts(db, cipher),
    /** What a seal's transaction does to the row. */
    removeRow: () => db.drafts.delete(sha256OfText(key)),
    /** What another start of the app finds. */
    reopened: async () => (await openDrafts(db, cipher)).get(key)?.value,
  };
}

test('what is typed while the earlier words are being sealed is on the disk when the seal has ended', async () => {
  const { drafts, removeRow, reopened } = await aDisk();
  await drafts.put(typed('uno'));
  await drafts.whileSealing([key], async () => {
    await drafts.put(typed('uno dos'));
    await removeRow();
    return ok(undefined);
  });
  expect(await reopened()).toBe('uno dos');
  expect(drafts.get(key)?.value).toBe('uno dos');
});

test('a slow write of the words that were sealed does not bring them back as a draft', async () => {
  const { drafts, removeRow, reopened } = await aDisk();
  const slow = drafts.put(typed('uno'));
  await drafts.whileSealing([key], async () => {
    await removeRow();
    return ok(undefined);
  });
  await slow;
  expect(await reopened()).toBeUndefined();
  expect(drafts.any()).toBe(false);
});

test('words that could not be sealed stay a draft', async () => {
  const { drafts, reopened } = await aDisk();
  await drafts.put(typed('uno'));
  await drafts.whileSealing([key], async () => err({ type: 'disk-full' }));
  expect(await reopened()).toBe('uno');
});
