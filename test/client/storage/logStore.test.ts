import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { describeDatabase } from '#client/storage/database/database.ts';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { dexieLogStore } from '#client/storage/log/dexieLogStore.ts';
import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import { anId, anOp } from '#test/builders/opBuilder.ts';
import { logStoreContract } from './logStoreContract.ts';

logStoreContract('memory', async () => {
  const store = memoryLogStore();
  return { store, reopen: async () => memoryLogStore(store.snapshot()) };
});

logStoreContract('IndexedDB', async () => {
  const name = `test-${anId()}`;
  const cipher = rowCipher(await newDataKey());
  const db = describeDatabase(name);
  return {
    store: dexieLogStore(db, cipher),
    reopen: async () => {
      db.close();
      return dexieLogStore(describeDatabase(name), cipher);
    },
  };
});

test('[L7] nothing of an op can be read from its row without the key', async () => {
  const db = describeDatabase(`test-${anId()}`);
  const store = dexieLogStore(db, rowCipher(await newDataKey()));
  const op = anOp({ n: 1, set: { text: 'canario-7f3a' } });
  await store.append([{ op, seal: 1 }], { n: 1, lamport: 1 }, []);
  const row = await db.outbox.get(1);
  const bytes = Buffer.from(row?.body ?? new ArrayBuffer(0));
  expect(bytes.byteLength).toBeGreaterThan(200);
  for (const secret of ['canario-7f3a', op.id, op.scope, 'observation']) expect(bytes.includes(secret)).toBe(false);
});
