import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newUuid } from '#core/ids.ts';
import { visitScope, type ScopeId } from '#core/op/scope.ts';
import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import type { FileBytes } from '#server/files/fileBytes.ts';
import { folderFileBytes } from '#server/files/folderFileBytes.ts';
import { countChunks, receiveChunk } from '#server/files/receiveChunk.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import type { Store } from '#server/store/store.ts';
import { observation, serverWorld, type ServerWorld } from '#test/server/builders/serverWorld.ts';

export type Installation = {
  readonly folder: string;
  readonly dataFolder: string;
  readonly database: string;
  /** Where back-ups go. */
  readonly root: string;
  readonly bytes: FileBytes;
  readonly world: ServerWorld;
  readonly store: Store;
  readonly scope: ScopeId;
  readonly note: (text: string) => Promise<void>;
  /** A verified file of this many bytes; gives its hash. */
  readonly upload: (text: string, sizeBytes?: number) => Promise<string>;
  /** The server ends; gives the folder of its data. A copy: in this process SQLite lets go of a closed file only at the next garbage collection. */
  readonly stop: () => Promise<string>;
  readonly dispose: () => Promise<void>;
};

let pieces = 0;

/** A data folder with a SQLite database that a server has open, one agency's visit, and its files. */
export async function anInstallation(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-backup-'));
  const dataFolder = join(folder, 'data');
  const database = join(dataFolder, 'cotejo.sqlite');
  const bytes = folderFileBytes(join(dataFolder, 'files'));
  await bytes.write({ scope: 'visit:00000000-0000-4000-8000-000000000001', sha256: '0'.repeat(64) }, 'aa', new Uint8Array(1));
  const store = await openSqliteStore(database, 0);
  const world = await serverWorld(store);
  const dale = await world.tablet('dale');
  const scope = visitScope(world.visit1);
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await store.close();
    open = false;
  };
  return {
    folder, dataFolder, database, root: join(folder, 'backups'), bytes, world, store, scope,
    note: async (text) => {
      const [result] = await dale.write(observation(world.visit1, newUuid(world.ids), text));
      if (result?.status !== 'ok') throw new Error(JSON.stringify(result));
    },
    upload: async (text, sizeBytes = text.length) => {
      const whole = Buffer.alloc(sizeBytes, text);
      const sha256 = createHash('sha256').update(whole).digest('hex');
      const total = Math.ceil(sizeBytes / CHUNK_BYTES);
      for (let index = 0; index < total; index++) {
        const chunk = { file: { scope, sha256 }, index, total, bytes: whole.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES) };
        await receiveChunk({ store, bytes, count: countChunks(store), newPiece: () => (++pieces).toString(16).padStart(32, '0') }, chunk);
      }
      return sha256;
    },
    stop: async () => {
      await close();
      const copy = join(folder, 'stopped');
      cpSync(dataFolder, copy, { recursive: true });
      return copy;
    },
    dispose: async () => {
      await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
