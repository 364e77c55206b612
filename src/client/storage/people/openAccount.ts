import type { IdSource } from '#core/ids.ts';
import type { Me } from '#core/protocol/wire.ts';
import { lateHandOver } from '#client/storage/bundle/lateHandOver.ts';
import type { Database } from '#client/storage/database/database.ts';
import { closeForGood, durably } from '#client/storage/database/durable.ts';
import { openDrafts } from '#client/storage/drafts/dexieDrafts.ts';
import { openFiles } from '#client/storage/files/dexieFiles.ts';
import type { FileVault } from '#client/storage/files/fileVault.ts';
import { proveImports } from '#client/storage/imports/proveImports.ts';
import { signBatch } from '#client/storage/keys/deviceKey.ts';
import { openKeychain, type Keychain } from '#client/storage/keys/keychain.ts';
import { keepRecoveryWrap } from '#client/storage/keys/recoveryWrap.ts';
import { takeBackTicket } from '#client/storage/keys/resumeTicket.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { openVisitKeys, type VisitKeyRing } from '#client/storage/keys/visitKeys.ts';
import { dexieLogStore } from '#client/storage/log/dexieLogStore.ts';
import { openReplica, type Replica } from '#client/storage/log/replica.ts';
import { openForms, type FormShelf } from '#client/storage/forms/formShelf.ts';
import { openShelf, type ManualShelf } from '#client/storage/manuals/manualShelf.ts';
import { createWorkspace } from '#client/storage/createWorkspace.ts';
import { openBackUpLog } from '#client/storage/safety/backUpLog.ts';
import { reserveBytes, writeReserve } from '#client/storage/reserve.ts';
import { lockForWriting, type WriterLock } from '#client/storage/writerLock.ts';
import type { Workspace } from '#client/storage/workspace.ts';
import { forgetAccount, noteLocked, type KnownAccount } from './accounts.ts';
import { readStoredMe } from './readStoredMe.ts';
import { sealLeftDrafts } from './sealLeftDrafts.ts';

/** One unlocked account: what screens see (`workspace`), and what sync works with. */
export type Unlocked = {
  readonly account: KnownAccount;
  readonly workspace: Workspace;
  readonly replica: Replica;
  readonly files: FileVault;
  readonly shelf: ManualShelf;
  readonly writer: WriterLock;
  /** Kept in memory while unlocked, to renew the session; absent after a resume ticket. */
  readonly signInKey: string | undefined;
  readonly keychain: Keychain;
  readonly device: string;
  readonly publicKey: string;
  readonly sign: (hashes: readonly string[]) => Promise<string>;
  /** `undefined` until the server has given this device its letter. */
  readonly letter: () => string | undefined;
  readonly saveLetter: (letter: string) => Promise<void>;
  readonly saveMe: (me: Me) => Promise<void>;
  readonly forms: FormShelf;
  readonly visitKeys: VisitKeyRing;
  /** The tablet's clock minus the server's, ms; written into ops made from now on. */
  readonly noteSkew: (skewMs: number) => void;
  /** The server has answered to its end; kept so that it can be said after the next unlock. */
  readonly noteSynced: (atMs: number) => Promise<void>;
  readonly writeReserve: (onProgress: (bytes: number) => void) => ReturnType<typeof writeReserve>;
  readonly reserveBytes: () => Promise<number>;
  /** *Continue here*: takes the writing right from the other window and reads again what it wrote meanwhile. Replaces this value. */
  readonly takeOver: () => Promise<Unlocked>;
  /** Waits for every write, then lets go of the keys, the lock and the database. Drafts stay, encrypted. */
  readonly lock: () => Promise<void>;
  /** Deletes everything of this person from the tablet. The caller has made sure that nothing exists only here. */
  readonly erase: () => Promise<void>;
};

type Opening = {
  readonly db: Database;
  readonly dataKey: CryptoKey;
  readonly account: KnownAccount;
  readonly source: IdSource;
  readonly signInKey: string | undefined;
  /** The lock, when this window already has one: after *Continue here*. */
  readonly writer?: WriterLock;
};

export async function openAccount(opening: Opening): Promise<Unlocked> {
  const { db, dataKey, account, source } = opening;
  let { signInKey } = opening;
  const cipher = rowCipher(dataKey);
  const [deviceRow, storedMe] = await Promise.all([db.vault.get('device'), readStoredMe(db, dataKey), takeBackTicket(db)]);
  if (deviceRow?.key !== 'device') throw new Error('an account without its device key');
  let letter = deviceRow.letter;
  let me = storedMe;
  let skewMs: number | undefined;
  const meListeners = new Set<() => void>();

  let locked = false;
  const writer = opening.writer ?? (await lockForWriting(account.userId));
  const store = dexieLogStore(db, cipher);
  const [drafts, files, shelf, forms, visitKeys, backUps, log] = await Promise.all([
    openDrafts(db, cipher),
    openFiles(db, cipher),
    openShelf(db, cipher),
    openForms(db, cipher),
    openVisitKeys(db, cipher),
    openBackUpLog(db, cipher),
    store.load(),
  ]);
  const replica = await openReplica({
    store,
    author: () => ({ actor: account.userId, device: deviceRow.device, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC', skewMs }),
    source,
    mayWrite: () => !locked && writer.held(),
    beside: {
      drafts: drafts.all, settled: drafts.settled, files: files.all,
      forget: (gone) => {
        drafts.forget(gone.drafts);
        files.forget(gone.files);
      },
    },
  }, log);
  const workspace = createWorkspace({
    db, dataKey, replica, drafts, files, shelf, forms, source, me: () => me,
    subscribeMe: (listener) => {
      meListeners.add(listener);
      return () => meListeners.delete(listener);
    },
    deviceLetter: () => letter ?? '',
    backUps,
    handOver: lateHandOver({ replica, files, visitKeys, device: deviceRow.device, sign: (hashes) => signBatch(deviceRow.privateKey, hashes), source, me: () => me }),
  });
  if (writer.held()) await sealLeftDrafts(replica, drafts);

  const close = async (): Promise<void> => {
    try {
      await quiet([replica.settled, drafts.settled]);
      await takeBackTicket(db);
    } finally {
      locked = true;
      writer.release();
      closeForGood(db);
    }
  };
  return {
    account, workspace, replica, files, shelf, forms, visitKeys, writer,
    get signInKey() {
      return signInKey;
    },
    keychain: openKeychain(db, dataKey, account, (keys) => {
      signInKey = keys.signInKey;
    }),
    device: deviceRow.device,
    publicKey: deviceRow.publicKey,
    sign: (hashes) => signBatch(deviceRow.privateKey, hashes),
    letter: () => letter,
    saveLetter: async (given) => {
      letter = given;
      await db.vault.put({ ...deviceRow, letter: given });
    },
    saveMe: async (fresh) => {
      me = fresh;
      for (const listener of meListeners) listener();
      await db.vault.put({ key: 'me', body: await cipher.seal('vault', 'me', fresh) });
      await keepRecoveryWrap(db, dataKey, account.userId, fresh.recoveryKey);
      await proveImports(replica, fresh.devices);
    },
    noteSkew: (measured) => {
      skewMs = Math.round(measured);
    },
    noteSynced: async (atMs) => {
      if (!locked) await durably(db, () => db.vault.put({ key: 'last-sync', atMs }));
    },
    writeReserve: (onProgress) => writeReserve(db, onProgress),
    reserveBytes: () => reserveBytes(db),
    takeOver: async () => {
      await writer.takeOver();
      return openAccount({ ...opening, signInKey, writer });
    },
    lock: async () => {
      await close();
      await noteLocked(account.userId, source.nowMs());
    },
    erase: async () => {
      await close();
      await db.delete();
      await forgetAccount(account.userId);
    },
  };
}

/**
 * Waits until no write is under way and none was waiting for another to end: a screen that leaves while its field is being
 * saved asks for the last words only after that. A turn of the event loop lets it ask.
 */
async function quiet(settled: readonly (() => Promise<void>)[]): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const wait of settled) await wait();
    await new Promise<void>((resolve) => {
      setTimeout(resolve);
    });
  }
}
