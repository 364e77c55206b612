import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterAll, expect, test } from 'vitest';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { storeContract } from './storeContract.ts';

const folder = mkdtempSync(join(tmpdir(), 'cotejo-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const newPath = (): string => join(folder, `${files++}.sqlite`);

storeContract('SQLite', () => openSqliteStore(newPath(), 0));

test('what was committed is there after closing and opening again', async () => {
  const path = newPath();
  const first = await openSqliteStore(path, 0);
  await first.transaction((tx) => tx.meta.set('epoch', 'kept'));
  await first.close();
  const second = await openSqliteStore(path, 0);
  expect(await second.transaction((tx) => tx.meta.get('epoch'))).toBe('kept');
  await second.close();
});

test('a database that a newer build has used is not opened', async () => {
  const path = newPath();
  await (await openSqliteStore(path, 0)).close();
  const database = new Database(path);
  database.exec("insert into migration values ('9999-from-the-future', 'x')");
  database.close();
  await expect(openSqliteStore(path, 0)).rejects.toThrow('newer build');
});

test('an import can write beside a running server', async () => {
  const path = newPath();
  const server = await openSqliteStore(path, 0);
  const importer = await openSqliteStore(path, 0);
  await server.transaction(async (tx) => {
    await tx.meta.get('epoch');
    await tx.meta.set('epoch', 'server');
  });
  await importer.transaction(async (tx) => tx.meta.set('epoch', `${await tx.meta.get('epoch')}, importer`));
  expect(await server.transaction((tx) => tx.meta.get('epoch'))).toBe('server, importer');
  await Promise.all([server.close(), importer.close()]);
});
