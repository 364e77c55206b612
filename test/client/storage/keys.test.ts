import 'fake-indexeddb/auto';
import { verify as verifySignature, createPublicKey } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { describe, expect, test } from 'vitest';
import { describeDatabase, NewerDatabaseError, refuseNewerDatabase } from '#client/storage/database/database.ts';
import { newDataKey, unwrapDataKey, wrapDataKey } from '#client/storage/keys/dataKey.ts';
import { deriveKeys, type Argon2 } from '#client/storage/keys/deriveKeys.ts';
import { newDeviceKey, signBatch } from '#client/storage/keys/deviceKey.ts';
import { leaveTicket, redeemTicket, TICKET_LIVES_MS } from '#client/storage/keys/resumeTicket.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { batchText } from '#core/protocol/wire.ts';
import { Dexie } from 'dexie';
import { anId } from '#test/builders/opBuilder.ts';

const plain = new TextEncoder().encode('La llave la tiene el turno nocturno.');

describe('a row', () => {
  test('[L7] opens with its key, at its place', async () => {
    const cipher = rowCipher(await newDataKey());
    expect(await cipher.openBytes('outbox', '7', await cipher.sealBytes('outbox', '7', plain))).toEqual(plain);
  });

  test('[L7] does not open in another table, under another id, with another key, or changed by one bit', async () => {
    const cipher = rowCipher(await newDataKey());
    const sealed = await cipher.sealBytes('outbox', '7', plain);
    const bent = sealed.slice(0);
    new Uint8Array(bent).set([(new Uint8Array(bent)[20] ?? 0) ^ 1], 20);
    await expect(cipher.openBytes('segments', '7', sealed)).rejects.toThrow();
    await expect(cipher.openBytes('outbox', '8', sealed)).rejects.toThrow();
    await expect(cipher.openBytes('outbox', '7', bent)).rejects.toThrow();
    await expect(rowCipher(await newDataKey()).openBytes('outbox', '7', sealed)).rejects.toThrow();
  });

  test('[L7] is never the same twice', async () => {
    const cipher = rowCipher(await newDataKey());
    expect(new Uint8Array(await cipher.sealBytes('outbox', '7', plain))).not.toEqual(new Uint8Array(await cipher.sealBytes('outbox', '7', plain)));
  });
});

/** Argon2id itself, with small costs: the tests are about what is made of it. */
const quickArgon2: Argon2 = async (password, salt) =>
  new Uint8Array(await argon2id({ password, salt, memorySize: 256, iterations: 1, parallelism: 1, hashLength: 32, outputType: 'binary' }));

describe('one secret, two keys', () => {
  const params = { installationId: anId(), userId: anId() };

  test('the right password unwraps the data key, a wrong one says so', async () => {
    const right = await deriveKeys('cuatro palabras sin sentido', params, quickArgon2);
    const wrong = await deriveKeys('cuatro palabras con sentido', params, quickArgon2);
    const dataKey = await newDataKey();
    const wrapped = await wrapDataKey(dataKey, right.wrapKey);
    const opened = await unwrapDataKey(wrapped, right.wrapKey);
    const sealed = await rowCipher(dataKey).sealBytes('t', '1', plain);
    expect(opened && (await rowCipher(opened).openBytes('t', '1', sealed))).toEqual(plain);
    expect(await unwrapDataKey(wrapped, wrong.wrapKey)).toBeUndefined();
  });

  test('the same password of another person or installation gives other keys', async () => {
    const keys = await Promise.all(
      [params, { ...params, userId: anId() }, { ...params, installationId: anId() }].map((one) => deriveKeys('la misma de siempre', one, quickArgon2)),
    );
    expect(new Set(keys.map((one) => one.signInKey)).size).toBe(3);
  });

  test('the key that wraps cannot be taken out of the browser', async () => {
    const { wrapKey } = await deriveKeys('cuatro palabras sin sentido', params, quickArgon2);
    expect(wrapKey.extractable).toBe(false);
  });

  test('a password typed with composed or decomposed accents is the same', async () => {
    const [composed, decomposed] = await Promise.all(['contraseña única'.normalize('NFC'), 'contraseña única'.normalize('NFD')].map((text) => deriveKeys(text, params, quickArgon2)));
    expect(composed?.signInKey).toBe(decomposed?.signInKey);
  });
});

test('a batch is signed so that the server can check it with the public half, and the private half stays', async () => {
  const { privateKey, publicKey } = await newDeviceKey();
  const hashes = ['a'.repeat(64), 'b'.repeat(64)];
  const key = { key: createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' }), dsaEncoding: 'ieee-p1363' as const };
  const signature = Buffer.from(await signBatch(privateKey, hashes), 'base64url');
  expect(verifySignature('sha256', Buffer.from(batchText(hashes)), key, signature)).toBe(true);
  expect(verifySignature('sha256', Buffer.from(batchText([...hashes].reverse())), key, signature)).toBe(false);
  expect(privateKey.extractable).toBe(false);
});

describe('the resume ticket', () => {
  const now = Date.UTC(2026, 10, 9, 15);
  const prepared = async () => {
    const db = describeDatabase(`test-${anId()}`);
    const dataKey = await newDataKey();
    const sealed = await rowCipher(dataKey).sealBytes('t', '1', plain);
    await leaveTicket(db, dataKey, now);
    return { db, sealed };
  };

  test('[L9] opens the data once', async () => {
    const { db, sealed } = await prepared();
    const key = await redeemTicket(db, now + 60_000);
    expect(key && (await rowCipher(key).openBytes('t', '1', sealed))).toEqual(plain);
    expect(await redeemTicket(db, now + 60_001)).toBeUndefined();
  });

  test.each([['after ten minutes', now + TICKET_LIVES_MS + 1], ['with a clock that went back', now - 1]])('[L9] is void %s, and gone', async (_when, at) => {
    const { db } = await prepared();
    expect(await redeemTicket(db, at)).toBeUndefined();
    expect(await redeemTicket(db, now + 1)).toBeUndefined();
  });
});

describe('another build of the app', () => {
  test('[L10] an older one refuses to open a newer database, and leaves it as it is', async () => {
    const name = `test-${anId()}`;
    const newer = new Dexie(name);
    newer.version(900).stores({ vault: 'key', outbox: 'n', brandNew: 'id' });
    await newer.open();
    await newer.table('brandNew').put({ id: 'kept' });
    newer.close();
    await expect(refuseNewerDatabase(name)).rejects.toThrow(NewerDatabaseError);
    const refused: unknown = await describeDatabase(name).open().catch((cause: unknown) => cause);
    expect(refused).toBeInstanceOf(Error);
    await newer.open();
    expect(await newer.table('brandNew').count()).toBe(1);
    newer.close();
  });

  test('[L10] a database of an older build keeps what is in it and gains what this one adds', async () => {
    const name = `test-${anId()}`;
    const older = new Dexie(name);
    older.version(1).stores({ vault: 'key', outbox: 'n' });
    await older.open();
    await older.table('outbox').put({ n: 1, body: new ArrayBuffer(3) });
    older.close();
    const db = describeDatabase(name);
    expect(await db.outbox.count()).toBe(1);
    expect(await db.imports.count()).toBe(0);
    db.close();
  });

  test('[L10] an open window of an older build lets go when a newer one upgrades', async () => {
    const name = `test-${anId()}`;
    const older = describeDatabase(name);
    await older.open();
    const newer = new Dexie(name);
    newer.version(900).stores({ vault: 'key', brandNew: 'id' });
    await newer.open();
    expect(older.isOpen()).toBe(false);
    newer.close();
  });
});
