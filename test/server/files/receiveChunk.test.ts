import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import type { FileBytes } from '#server/files/fileBytes.ts';
import { memoryFileBytes } from '#server/files/memoryFileBytes.ts';
import { countChunks, receiveChunk } from '#server/files/receiveChunk.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import { AGENCY } from '#test/server/builders/storeRows.ts';

const GOOD = [Buffer.alloc(CHUNK_BYTES, 'uno '), Buffer.from('dos')] as const;
const BAD = Buffer.alloc(CHUNK_BYTES, 'otro ');
const file = { scope: AGENCY, sha256: createHash('sha256').update(Buffer.concat(GOOD)).digest('hex') };

/** Two servers on one database and one place for bytes; `beforeReading` is what happens while the first is hashing. */
function twoServers() {
  const store = createMemoryStore();
  const kept = memoryFileBytes();
  let beforeReading: (() => Promise<unknown>) | undefined;
  let pieces = 0;
  const newPiece = (): string => (++pieces).toString(16).padStart(32, '0');
  const slow: FileBytes = {
    ...kept,
    read: async (name, piece) => {
      const happens = beforeReading;
      beforeReading = undefined;
      await happens?.();
      return kept.read(name, piece);
    },
  };
  const put = (bytes: FileBytes) => (index: number, chunk: Buffer) => receiveChunk({ store, bytes, count: countChunks(store), newPiece }, { file, index, total: 2, bytes: chunk });
  return { store, kept, first: put(slow), second: put(kept), whileHashing: (work: () => Promise<unknown>) => { beforeReading = work; } };
}

test('[U3] bytes that another server replaces while these are hashed are not vouched for, and what is vouched for is all there', async () => {
  const { store, kept, first, second, whileHashing } = twoServers();
  await first(0, GOOD[0]);
  whileHashing(() => second(0, BAD));
  await first(1, GOOD[1]);
  expect((await store.transaction((tx) => tx.files.file(file.scope, file.sha256)))?.verified).toBe(false);
  for (const index of [0, 1] as const) await first(index, GOOD[index]);
  const chunks = await store.transaction((tx) => tx.files.chunks(file.scope, file.sha256));
  const bytes = await Promise.all([...chunks.values()].map(({ piece }) => kept.read(file, piece)));
  expect((await store.transaction((tx) => tx.files.file(file.scope, file.sha256)))?.verified).toBe(true);
  expect(Buffer.concat(bytes.map((piece) => piece ?? Buffer.alloc(0))).equals(Buffer.concat(GOOD))).toBe(true);
});

test('[U3] a server that finds a mismatch takes nothing from another that has verified the whole meanwhile', async () => {
  const { store, kept, first, second, whileHashing } = twoServers();
  await first(0, BAD);
  whileHashing(async () => {
    for (const index of [0, 1] as const) await second(index, GOOD[index]);
  });
  expect(await first(1, GOOD[1])).toEqual({ ok: true, value: { chunks: [0, 1], verified: true } });
  const chunks = await store.transaction((tx) => tx.files.chunks(file.scope, file.sha256));
  for (const { piece } of chunks.values()) expect(await kept.read(file, piece)).toBeDefined();
});

test('[U9] where the bytes cannot be written nothing is counted, and the chunk can be sent again', async () => {
  const store = createMemoryStore();
  const kept = memoryFileBytes();
  let full = true;
  const bytes: FileBytes = {
    ...kept,
    write: (...given) => full ? Promise.reject(new Error('the disk is full')) : kept.write(...given),
  };
  const put = (index: number) => receiveChunk({ store, bytes, count: countChunks(store), newPiece: () => String(index).repeat(32) }, { file, index, total: 2, bytes: GOOD[index] ?? BAD });
  await expect(put(0)).rejects.toThrow('full');
  expect(await store.transaction((tx) => tx.files.file(file.scope, file.sha256))).toBeUndefined();
  full = false;
  await put(0);
  expect(await put(1)).toMatchObject({ value: { verified: true } });
});
