import { Dexie, type Table } from 'dexie';
import type { RecoveryRequest, SealedBox } from '#core/protocol/identityWire.ts';

/** Everything that has content is `iv ‖ AES-256-GCM ciphertext`; only opaque ids stand beside it. */
export type SealedBytes = ArrayBuffer;

export type BodyRow = { readonly id: string; readonly body: SealedBytes };

/** One user's database on one installation of the app. */
export type Database = Dexie & {
  /** The wrapped data key, the device's key pair, counters, the profile: see `vaultRow.ts`. */
  readonly vault: Table<VaultRow, string>;
  /** Own ops until the server has acknowledged them, by the device's counter. */
  readonly outbox: Table<{ readonly n: number; readonly body: SealedBytes }, number>;
  /** Pulled pages as they came, with their proofs. */
  readonly segments: Table<BodyRow, string>;
  readonly cursors: Table<{ readonly scope: string; readonly seq: number; readonly chain?: string }, string>;
  /** Own commands, for ever. Since version 3. */
  readonly commands: Table<BodyRow, string>;
  readonly drafts: Table<BodyRow, string>;
  /** What the server refused. */
  readonly refused: Table<BodyRow, string>;
  /** Acknowledged, but of a build newer than the server. */
  readonly held: Table<BodyRow, string>;
  /** Colleagues' work that came by file and does not stand in a page yet. Since version 2. */
  readonly imports: Table<BodyRow, string>;
  readonly files: Table<BodyRow, string>;
  readonly chunks: Table<BodyRow, string>;
  readonly manuals: Table<BodyRow, string>;
  /** Noise that a full disk can do without. */
  readonly reserve: Table<{ readonly id: number; readonly noise: ArrayBuffer }, number>;
};

export type VaultRow =
  /** The data key, wrapped by the key that comes from the password; `next-wrap`: see `passwordWraps.ts`. */
  | { readonly key: 'wrap' | 'next-wrap'; readonly iv: Uint8Array<ArrayBuffer>; readonly wrapped: ArrayBuffer }
  | { readonly key: 'device'; readonly device: string; readonly privateKey: CryptoKey; readonly publicKey: string; readonly letter: string | undefined }
  | { readonly key: 'counter'; readonly n: number; readonly lamport: number }
  | { readonly key: 'purges'; readonly purges: Readonly<Record<string, number>> }
  | { readonly key: 'epoch'; readonly epoch: string; readonly repeated?: boolean }
  /** The encrypted answer of `GET /api/me`, the scopes with their roles and where they belong, the keys of visits, what the last back-up held. */
  | { readonly key: 'me' | 'scopes' | 'homes' | 'visit-keys' | 'back-up'; readonly body: SealedBytes }
  /** When the server last answered to its end. */
  | { readonly key: 'last-sync'; readonly atMs: number }
  /** The data key, sealed to the recovery key: see `recoveryWrap.ts`. */
  | { readonly key: 'recovery'; readonly keyId: string; readonly sealed: SealedBox }
  /** See `people/recovery.ts`. */
  | { readonly key: 'recovery-request'; readonly request: RecoveryRequest; readonly token: string; readonly privateKey: CryptoKey }
  /** See `passkey.ts`. */
  | { readonly key: 'passkey'; readonly credentialId: Uint8Array<ArrayBuffer>; readonly salt: Uint8Array<ArrayBuffer>; readonly iv: Uint8Array<ArrayBuffer>; readonly wrapped: ArrayBuffer }
  /** The forms of the installation, and the hash under which the server named them. */
  | { readonly key: 'forms'; readonly hash: string; readonly body: SealedBytes }
  /** See `resumeTicket.ts`. */
  | { readonly key: 'ticket'; readonly ticketKey: CryptoKey; readonly iv: Uint8Array<ArrayBuffer>; readonly wrapped: ArrayBuffer; readonly madeAtMs: number };

const VERSION = 3;

const SCHEMA = {
  vault: 'key', outbox: 'n', segments: 'id', cursors: 'scope', drafts: 'id', refused: 'id', held: 'id', files: 'id', chunks: 'id',
  manuals: 'id', reserve: '++id',
} as const;

/** What each later version added: only tables, so that nothing has to be rewritten. */
const SINCE: readonly (readonly [number, Readonly<Record<string, string>>])[] = [[2, { imports: 'id' }], [3, { commands: 'id' }]];

export class NewerDatabaseError extends Error {
  override readonly name = 'NewerDatabaseError';
}

export const databaseName = (installationId: string, userId: string): string => `cotejo-${installationId}-${userId}`;

/** Dexie writes its versions times ten. */
const isNewer = (native: number): boolean => native >= (VERSION + 1) * 10;

/** The first guard, before anything is opened: opening alone would let Dexie add this build's tables to the newer database. */
export async function refuseNewerDatabase(name: string): Promise<void> {
  const found = (await indexedDB.databases()).find((database) => database.name === name);
  if (found?.version !== undefined && isNewer(found.version)) throw new NewerDatabaseError(`database version ${found.version / 10}, this build knows ${VERSION}`);
}

/**
 * Describes a user's database; opens on first use. Guards: a build that is older than the database refuses to open it
 * (Dexie alone would open it and write rows in the old shape; see also `refuseNewerDatabase`), and a window of an older build lets go when a newer one upgrades.
 */
export function describeDatabase(name: string): Database {
  // Strict: a transaction completes only when the disk has it, not when the system's cache has.
  const db = new Dexie(name, { chromeTransactionDurability: 'strict' });
  db.version(1).stores(SCHEMA);
  for (const [version, tables] of SINCE) db.version(version).stores(tables);
  db.on('ready', (opened) => {
    const onDisk = opened.backendDB().version;
    if (isNewer(onDisk)) throw new NewerDatabaseError(`database version ${onDisk / 10}, this build knows ${VERSION}`);
  });
  db.on('versionchange', () => db.close());
  return db as Database;
}
