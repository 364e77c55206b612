import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { err, ok } from '#core/result.ts';
import { describeDatabase } from '#client/storage/database/database.ts';
import { durably } from '#client/storage/database/durable.ts';
import { openFiles } from '#client/storage/files/dexieFiles.ts';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { isReserveTouched, RESERVE_BYTES, reserveBytes, withReserve, writeReserve } from '#client/storage/reserve.ts';
import { sha256OfBytes } from '#core/bytes.ts';
import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import { anId, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

const database = () => describeDatabase(`test-${anId()}`);

describe('the reserve', () => {
  test('[L8] is 50 MB that are really there', async () => {
    const db = database();
    const progress: number[] = [];
    expect((await writeReserve(db, (bytes) => progress.push(bytes))).ok).toBe(true);
    expect(await reserveBytes(db)).toBe(50 * 1024 * 1024);
    expect(progress.at(-1)).toBe(RESERVE_BYTES);
    expect(await isReserveTouched(db)).toBe(false);
  });

  test('[L8] gives way to a text that meets a full disk, a part at a time, and the text is written', async () => {
    const db = database();
    await writeReserve(db, () => undefined);
    let tries = 0;
    const written = await withReserve(db, async () => {
      tries += 1;
      return (await db.reserve.count()) > 40 ? err({ type: 'disk-full' as const }) : ok('written');
    });
    expect(written).toEqual(ok('written'));
    expect(tries).toBe(3);
    expect(await db.reserve.count()).toBe(40);
  });

  test('[L8] when nothing is left to free, the full disk is said and nothing loops', async () => {
    const db = database();
    expect(await withReserve(db, async () => err({ type: 'disk-full' as const }))).toEqual(err({ type: 'disk-full' }));
  });

  test('[L8] once touched, photos are refused; untouched or never written, they are kept', async () => {
    const db = database();
    const files = await openFiles(db, rowCipher(await newDataKey()));
    const photo = new Uint8Array([1, 2, 3]);
    expect((await files.store(VISIT_SCOPE, sha256OfBytes(photo), photo, 'waiting')).ok).toBe(true);
    await writeReserve(db, () => undefined);
    await db.reserve.bulkDelete([1, 2, 3, 4, 5]);
    const other = new Uint8Array([4, 5, 6]);
    expect(await files.store(VISIT_SCOPE, sha256OfBytes(other), other, 'waiting')).toEqual(err({ type: 'disk-full' }));
    expect(await files.read(VISIT_SCOPE, sha256OfBytes(photo))).toEqual(photo);
  });
});

describe('a durable write', () => {
  test('whose disk is full says so', async () => {
    const full = async () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(await durably(database(), full)).toEqual(err({ type: 'disk-full' }));
  });

  test('whose connection was lost opens again and runs again, three times at most', async () => {
    const db = database();
    let tries = 0;
    const lostTwice = async () => {
      tries += 1;
      if (tries <= 2) throw new DOMException('Connection to Indexed Database server lost', 'UnknownError');
      return db.cursors.count();
    };
    expect(await durably(db, lostTwice)).toEqual(ok(0));
    let always = 0;
    const lost = async () => {
      always += 1;
      throw new DOMException('lost', 'InvalidStateError');
    };
    expect(await durably(db, lost)).toEqual(err({ type: 'storage-lost' }));
    expect(always).toBe(4);
  });

  test('that fails for another reason is a bug and is not swallowed', async () => {
    const bug = async () => {
      throw new RangeError('a bug');
    };
    await expect(durably(database(), bug)).rejects.toThrow('a bug');
  });
});

test('a file of several chunks comes back byte by byte after a reload', async () => {
  const name = `test-${anId()}`;
  const cipher = rowCipher(await newDataKey());
  const bytes = Uint8Array.from({ length: 2_500_000 }, (_, index) => (index * 31) & 0xff);
  const sha256 = sha256OfBytes(bytes);
  await (await openFiles(describeDatabase(name), cipher)).store(VISIT_SCOPE, sha256, bytes, 'waiting');
  const files = await openFiles(describeDatabase(name), cipher);
  expect(sha256OfBytes((await files.read(VISIT_SCOPE, sha256)) ?? new Uint8Array())).toBe(sha256);
  expect(await files.waiting()).toEqual([{ scope: VISIT_SCOPE, sha256, sizeBytes: 2_500_000 }]);
  expect(await files.readChunk(VISIT_SCOPE, sha256, 2)).toEqual(bytes.subarray(2 * CHUNK_BYTES));
  expect(await files.readChunk(VISIT_SCOPE, sha256, 3)).toBeUndefined();
  expect(files.uploadOf(VISIT_SCOPE, sha256)).toBe('waiting');
  await files.markVerified([{ scope: VISIT_SCOPE, sha256 }]);
  expect(files.uploadOf(VISIT_SCOPE, sha256)).toBe('done');
  expect(await files.waiting()).toEqual([]);
});
