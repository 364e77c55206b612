import { sha256OfText } from '#core/bytes.ts';
import type { Json } from '#core/json.ts';
import { isScopeId, type ScopeId } from '#core/op/scope.ts';
import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Database } from '#client/storage/database/database.ts';
import { durably, type StorageError } from '#client/storage/database/durable.ts';
import type { RowCipher } from '#client/storage/keys/rowCipher.ts';
import { isReserveTouched } from '#client/storage/reserve.ts';
import type { FileId, FileVault } from './fileVault.ts';
import type { PhotoVault } from './storePhoto.ts';

type FileFacts = { readonly scope: ScopeId; readonly sha256: string; readonly sizeBytes: number; readonly chunks: number; readonly upload: 'waiting' | 'done' };

/** The id of a file's row; its chunks are `<id>.<index>`. */
export const fileId = (scope: string, sha256: string): string => sha256OfText(`${scope}/${sha256}`);
const chunkId = (file: string, index: number): string => `${file}.${index}`;

export type FilesBeside = {
  readonly all: () => readonly FileId[];
  /** Their rows have gone from the disk already. */
  readonly forget: (files: readonly FileId[]) => void;
};

/** Files as encrypted chunks of 1 MiB (ArrayBuffer: Safari loses Blobs). Facts about each file stay in memory. */
export async function openFiles(db: Database, cipher: RowCipher): Promise<FileVault & PhotoVault & FilesBeside> {
  const facts = new Map<string, FileFacts>();
  for (const row of await db.files.toArray()) facts.set(row.id, await cipher.open('files', row.id, row.body, readFacts));

  const putFacts = async (files: readonly FileFacts[]): Promise<Result<unknown, StorageError>> => {
    const rows = await Promise.all(files.map(async (file) => {
      const id = fileId(file.scope, file.sha256);
      return { id, body: await cipher.seal('files', id, file) };
    }));
    const stored = await durably(db, () => db.files.bulkPut(rows));
    if (stored.ok) for (const file of files) facts.set(fileId(file.scope, file.sha256), file);
    return stored;
  };

  const readChunk = async (scope: string, sha256: string, index: number): Promise<Uint8Array | undefined> => {
    const row = await db.chunks.get(chunkId(fileId(scope, sha256), index));
    return row && cipher.openBytes('chunks', row.id, row.body);
  };

  /** Chunks without their file are never read: where the disk does not let go of them, they only cost room. */
  const dropChunks = (id: string, count: number): Promise<unknown> =>
    durably(db, () => db.chunks.bulkDelete(Array.from({ length: count }, (_, at) => chunkId(id, at))));

  return {
    all: () => [...facts.values()],
    forget: (files) => {
      for (const { scope, sha256 } of files) facts.delete(fileId(scope, sha256));
    },

    has: async (scope, sha256) => facts.has(fileId(scope, sha256)),

    readChunk: async (scope, sha256, index) => (facts.has(fileId(scope, sha256)) ? readChunk(scope, sha256, index) : undefined),

    uploadOf: (scope, sha256) => facts.get(fileId(scope, sha256))?.upload,

    read: async (scope, sha256) => {
      const file = facts.get(fileId(scope, sha256));
      if (!file) return undefined;
      const plain = new Uint8Array(file.sizeBytes);
      for (let index = 0; index < file.chunks; index++) {
        const piece = await readChunk(scope, sha256, index);
        if (!piece) return undefined;
        plain.set(piece, index * CHUNK_BYTES);
      }
      return plain;
    },

    store: async (scope, sha256, bytes, upload) => {
      const id = fileId(scope, sha256);
      if (facts.has(id)) return ok(undefined);
      // Once the reserve is touched, what room is left belongs to text.
      if (await isReserveTouched(db)) return err({ type: 'disk-full' });
      const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK_BYTES));
      for (let index = 0; index < chunks; index++) {
        const piece = bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
        const body = await cipher.sealBytes('chunks', chunkId(id, index), piece);
        const stored = await durably(db, () => db.chunks.put({ id: chunkId(id, index), body }));
        if (!stored.ok) {
          await dropChunks(id, index + 1);
          return stored;
        }
      }
      const stored = await putFacts([{ scope, sha256, sizeBytes: bytes.length, chunks, upload }]);
      if (!stored.ok) await dropChunks(id, chunks);
      return stored.ok ? ok(undefined) : stored;
    },

    discard: async (scope, sha256) => {
      const id = fileId(scope, sha256);
      const file = facts.get(id);
      if (!file) return;
      const gone = await durably(db, () => db.files.delete(id));
      // On a disk that does not even let go, the file stays whole and is sent like any other.
      if (!gone.ok) return;
      facts.delete(id);
      await dropChunks(id, file.chunks);
    },

    waiting: async () =>
      [...facts.values()].filter((file) => file.upload === 'waiting').map(({ scope, sha256, sizeBytes }) => ({ scope, sha256, sizeBytes })),

    list: async () => [...facts.values()],

    markVerified: async (names) => {
      const files = names.flatMap(({ scope, sha256 }) => facts.get(fileId(scope, sha256)) ?? []).filter(({ upload }) => upload === 'waiting');
      if (files.length === 0) return;
      const stored = await putFacts(files.map((file) => ({ ...file, upload: 'done' })));
      // They stay `waiting` on a full disk: the next round asks the server again, which costs one small request.
      if (!stored.ok && stored.error.type === 'storage-lost') throw new Error('the database was lost while marking a file');
    },
  };
}

function readFacts(value: Json): FileFacts {
  const facts = value as FileFacts;
  if (!isScopeId(facts.scope)) throw new Error('a file row without a scope');
  return facts;
}
