import { Dexie } from 'dexie';
import type { IdSource } from '#core/ids.ts';
import type { Change } from '#core/op/change.ts';
import { visitScope, type ScopeId } from '#core/op/scope.ts';
import { describeDatabase, type Database } from '#client/storage/database/database.ts';
import { openFiles } from '#client/storage/files/dexieFiles.ts';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { newDeviceKey, signBatch } from '#client/storage/keys/deviceKey.ts';
import { rowCipher, type RowCipher } from '#client/storage/keys/rowCipher.ts';
import { dexieLogStore } from '#client/storage/log/dexieLogStore.ts';
import type { OutboxEntry } from '#client/storage/log/logStore.ts';
import { makeOps, type Author } from '#client/storage/log/makeOps.ts';
import { openReplica, type Replica } from '#client/storage/log/replica.ts';
import { apiOf, type Api } from '#client/sync/api.ts';
import { syncOnce } from '#client/sync/syncOnce.ts';
import { tidyAtRest } from '#client/sync/tidyAtRest.ts';

/** The product's own log, encrypted on the disk of this browser, and its own sync. */
export type BenchTablet = {
  readonly scope: ScopeId;
  readonly db: Database;
  readonly cipher: RowCipher;
  readonly api: Api;
  readonly files: Awaited<ReturnType<typeof openFiles>>;
  readonly replica: () => Replica;
  /** Closes and opens what lies on the disk: from the key to the replica. */
  readonly reopen: () => Promise<void>;
  /** As many seals as changes, put on the disk in a few transactions: the way there is not what is measured. */
  readonly writeMany: (changes: readonly Change[]) => Promise<void>;
  readonly sync: () => Promise<void>;
  /** Gives the seconds that the server wants one to wait; nothing when it is done. */
  readonly trySync: () => Promise<number | undefined>;
};

const source: IdSource = { nowMs: () => Date.now(), randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)) };
const AT_ONCE = 500;

export async function openTablet(name: string, person: string, visit: string): Promise<BenchTablet> {
  await Dexie.delete(name);
  const db = describeDatabase(name);
  const cipher = rowCipher(await newDataKey());
  const log = dexieLogStore(db, cipher);
  const files = await openFiles(db, cipher);
  const pair = await newDeviceKey();
  const device = crypto.randomUUID();
  const api = apiOf(person, device);
  const registered = await api.registerDevice(device, pair.publicKey);
  if (!registered.ok) throw new Error(`not registered: ${registered.error.type}`);
  const author = (): Author => ({ actor: person, device, timeZone: 'America/Hermosillo', skewMs: 0 });
  const open = (): Promise<Replica> => openReplica({ store: log, mayWrite: () => true, source, author });
  let replica = await open();
  const tablet: BenchTablet = {
    scope: visitScope(visit), db, cipher, api, files,
    replica: () => replica,
    reopen: async () => {
      replica = await open();
    },
    writeMany: async (changes) => {
      const { counter } = await log.load();
      const { ops } = makeOps(changes, author(), counter, (scope) => replica.state(scope), source);
      for (let at = 0; at < ops.length; at += AT_ONCE) {
        const some = ops.slice(at, at + AT_ONCE);
        const last = some.at(-1);
        if (!last) break;
        const stored = await log.append(some.map((op): OutboxEntry => ({ op, seal: op.n })), { n: last.n, lamport: last.lamport }, []);
        if (!stored.ok) throw new Error(stored.error.type);
      }
      replica = await open();
    },
    sync: async () => {
      if ((await tablet.trySync()) !== undefined) throw new Error('the server asks to wait');
    },
    trySync: async () => {
      const synced = await syncOnce({ replica, device, actor: person, sign: (hashes) => signBatch(pair.privateKey, hashes), noteServerTime: () => undefined }, api);
      if (synced.ok) return undefined;
      if (synced.error.type === 'too-many') return synced.error.retryAfterSeconds;
      throw new Error(`not synced: ${JSON.stringify(synced.error)}`);
    },
  };
  // The scopes and roles of the person: as after the first unlock.
  await tablet.sync();
  return tablet;
}

export const tidy = (tablet: BenchTablet): Promise<void> => tidyAtRest(tablet.replica(), () => true);
