import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { describeDatabase } from '#client/storage/database/database.ts';
import { closeForGood } from '#client/storage/database/durable.ts';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { dexieLogStore } from '#client/storage/log/dexieLogStore.ts';
import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import { anId, anOp, VISIT_SCOPE } from '#test/builders/opBuilder.ts';
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

test('[L2] [L11] an older answer that comes late, from a window that was taken over, leaves no hole', async () => {
  const db = describeDatabase(`test-${anId()}`);
  const store = dexieLogStore(db, rowCipher(await newDataKey()));
  const ops = [anOp({ n: 1 }), anOp({ n: 2 }), anOp({ n: 3 })];
  const take = (fromSeq: number, toSeq: number) => {
    const list = ops.slice(fromSeq, toSeq).map((op, index) => [fromSeq + index + 1, op.id, op.h] as const);
    const segment = { id: `${VISIT_SCOPE}@e1:${fromSeq}`, scope: VISIT_SCOPE, pages: [{ epoch: 'e1', fromSeq, toSeq, list, mac: '', proofs: [] }], ops: ops.slice(fromSeq, toSeq) };
    return store.receive({ epoch: 'e1', segments: [segment], cursors: new Map([[VISIT_SCOPE, toSeq]]), leaveOutbox: [], backToOutbox: [], refused: [], held: [], leaveHeld: [], scopes: new Map() });
  };
  await take(0, 3);
  await expect(take(0, 2)).rejects.toThrow('another window');
  const loaded = await store.load();
  expect(loaded.cursors.get(VISIT_SCOPE)).toBe(3);
  expect(loaded.segments.flatMap((segment) => segment.ops)).toHaveLength(3);
});

test('[L14] a write that comes after the lock neither opens the database again nor is called saved', async () => {
  const db = describeDatabase(`test-${anId()}`);
  const store = dexieLogStore(db, rowCipher(await newDataKey()));
  await store.load();
  closeForGood(db);
  expect(await store.append([{ op: anOp({ n: 1 }), seal: 1 }], { n: 1, lamport: 1 }, [])).toEqual({ ok: false, error: { type: 'storage-lost' } });
  expect(db.isOpen()).toBe(false);
});
