import type { Json } from '#core/json.ts';
import type { Op } from '#core/op/op.ts';
import { isScopeId, type ScopeId } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import { sha256OfText } from '#core/bytes.ts';
import type { BodyRow, Database } from '#client/storage/database/database.ts';
import { durably } from '#client/storage/database/durable.ts';
import { withReserve } from '#client/storage/reserve.ts';
import type { ImportRow } from '#client/storage/imports/importRow.ts';
import { fileId } from '#client/storage/files/dexieFiles.ts';
import { IV_BYTES, type RowCipher } from '#client/storage/keys/rowCipher.ts';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import type { KeptCommand, ScopeHome } from '#core/protocol/wire.ts';
import { keptCommands } from './keptCommands.ts';
import type { ScopeRoles } from './provisionalScopes.ts';
import type { Clearing } from './clearing.ts';
import type { Counter, LogStore, OutboxEntry, Receipt } from './logStore.ts';
import { readSegment } from './readSegment.ts';
import { factsOf, type Segment } from './segment.ts';

/** Rows that this build wrote itself, authenticated by AES-GCM: their shape is taken as given. */
const trusted = <T>(value: Json): T => value as unknown as T;

/** The log in IndexedDB. Everything is encrypted before the transaction opens: WebCrypto inside one would commit it. */
export function dexieLogStore(db: Database, cipher: RowCipher): LogStore {
  const openSegment = ({ id, body }: BodyRow): Promise<Segment> => cipher.open('segments', id, body, readSegment);
  const sealSegment = async (segment: Segment): Promise<BodyRow> => ({ id: segment.id, body: await cipher.seal('segments', segment.id, segment) });
  const openAll = <T>(table: string, rows: readonly { id: string; body: ArrayBuffer }[]): Promise<T[]> =>
    Promise.all(rows.map((row) => cipher.open<T>(table, row.id, row.body, trusted)));
  const seal = <T>(table: string, items: readonly T[], idOf: (item: T) => string): Promise<{ id: string; body: ArrayBuffer }[]> =>
    Promise.all(items.map(async (item) => ({ id: idOf(item), body: await cipher.seal(table, idOf(item), item) })));
  const sealClearing = async ({ rewritten, segments, tray, drafts, files }: Clearing): Promise<ClearedRows> => ({
    rewritten: await Promise.all(rewritten.map(sealSegment)), segments, tray: await seal('refused', tray, (item) => item.op.id),
    drafts: drafts.map((key) => sha256OfText(key)), files: files.map(({ scope, sha256 }) => fileId(scope, sha256)),
  });
  return {
    load: async () => {
      const [outbox, segments, refused, held, imports, commands, cursors, counter, epoch, scopes, homes, purges] = await db.transaction(
        'r', [db.outbox, db.segments, db.refused, db.held, db.imports, db.commands, db.cursors, db.vault],
        () => Promise.all([
          db.outbox.orderBy('n').toArray(), db.segments.toArray(), db.refused.toArray(), db.held.toArray(), db.imports.toArray(), db.commands.toArray(), db.cursors.toArray(),
          db.vault.get('counter'), db.vault.get('epoch'), db.vault.get('scopes'), db.vault.get('homes'), db.vault.get('purges'),
        ]),
      );
      return {
        counter: counter?.key === 'counter' ? { n: counter.n, lamport: counter.lamport } : { n: 0, lamport: 0 },
        ...(epoch?.key === 'epoch' ? { epoch: epoch.epoch, repeated: epoch.repeated ?? true } : { epoch: '', repeated: true }),
        cursors: new Map(cursors.flatMap((row): [ScopeId, number][] => (isScopeId(row.scope) ? [[row.scope, row.seq]] : []))),
        outbox: await openAll<OutboxEntry>('outbox', outbox.map((row) => ({ id: String(row.n), body: row.body }))),
        segments: await Promise.all(segments.map(openSegment)),
        refused: await openAll<RefusedOp>('refused', refused),
        held: await openAll<Op>('held', held),
        purges: new Map(purges?.key === 'purges' ? Object.entries(purges.purges).flatMap(([scope, n]): [ScopeId, number][] => (isScopeId(scope) ? [[scope, n]] : [])) : []),
        imports: await openAll<ImportRow>('imports', imports),
        ...(scopes?.key === 'scopes' ? await cipher.open('vault', 'scopes', scopes.body, readScopes) : { scopes: new Map(), lapsed: new Map() }),
        chains: new Map(cursors.flatMap((row): [ScopeId, string][] => (isScopeId(row.scope) && row.chain !== undefined ? [[row.scope, row.chain]] : []))),
        homes: new Map((homes?.key === 'homes' ? await cipher.open<ScopeHome[]>('vault', 'homes', homes.body, trusted) : []).map((home) => [home.scope, home])),
        // Ids are UUIDv7 of this device, but its clock may have gone back: the lamport tells which came first.
        commands: (await openAll<KeptCommand>('commands', commands)).sort((a, b) => a.lamport - b.lamport),
      };
    },

    append: async (entries, counter, removeDrafts) => {
      const rows = await Promise.all(
        entries.map(async (entry) => ({ n: entry.op.n, body: await cipher.seal('outbox', String(entry.op.n), entry) })),
      );
      const commands = await seal('commands', keptCommands(entries), (kept) => kept.op);
      const draftIds = removeDrafts.map((key) => sha256OfText(key));
      return withReserve(db, () =>
        durably(db, () =>
          db.transaction('rw', [db.outbox, db.commands, db.vault, db.drafts], async () => {
            if (!(await counterFollows(db, counter, entries))) return;
            await db.outbox.bulkPut(rows);
            if (commands.length > 0) await db.commands.bulkPut(commands);
            await db.vault.put({ key: 'counter', ...counter });
            if (draftIds.length > 0) await db.drafts.bulkDelete(draftIds);
          }),
        ),
      );
    },

    bringIn: async (rows, refused) => {
      const sealedRows = await seal('imports', rows, (row) => row.id);
      const sealedRefused = await seal('refused', refused, (item) => item.op.id);
      return withReserve(db, () =>
        durably(db, () =>
          db.transaction('rw', [db.imports, db.refused], async () => {
            await db.imports.bulkPut(sealedRows);
            await db.refused.bulkPut(sealedRefused);
          }),
        ),
      );
    },

    receive: async (receipt) => {
      const segments = await Promise.all(receipt.segments.map(sealSegment));
      const back = await Promise.all(
        receipt.backToOutbox.map(async (entry) => ({ n: entry.op.n, body: await cipher.seal('outbox', String(entry.op.n), entry) })),
      );
      const refused = await seal('refused', receipt.refused, (item) => item.op.id);
      const held = await seal('held', receipt.held, (op) => op.id);
      const imports = await seal('imports', receipt.imports?.put ?? [], (row) => row.id);
      const scopes = await cipher.seal('vault', 'scopes', { granted: plainRoles(receipt.scopes), lapsed: plainRoles(receipt.lapsed ?? new Map()) });
      const homes = receipt.homes && (await cipher.seal('vault', 'homes', [...receipt.homes.values()]));
      const cursors = [...receipt.cursors].map(([scope, seq]) => cursorRow(scope, seq, receipt.chains?.get(scope)));
      const cleared = receipt.clear && (await sealClearing(receipt.clear));
      // Photos are stored side by side with this: their table is waited for only where some of them go.
      const beside = cleared ? [db.drafts, db.files, db.chunks] : [];
      return withReserve(db, () =>
        durably(db, () =>
          db.transaction('rw', [db.outbox, db.segments, db.cursors, db.refused, db.held, db.imports, db.vault, ...beside], async () => {
            if (await wasTaken(db, receipt)) return;
            if (receipt.anew) await db.segments.bulkDelete([...receipt.anew.rows]);
            await db.segments.bulkPut(segments);
            if (receipt.leaveRefused) await db.refused.bulkDelete([...receipt.leaveRefused]);
            await db.refused.bulkPut(refused);
            await db.held.bulkDelete([...receipt.leaveHeld]);
            await db.held.bulkPut(held);
            await db.imports.bulkDelete([...(receipt.imports?.leave ?? [])]);
            await db.imports.bulkPut(imports);
            await db.cursors.clear();
            await db.cursors.bulkPut(cursors);
            await db.outbox.bulkPut(back);
            await db.vault.bulkPut([{ key: 'epoch', epoch: receipt.epoch, repeated: receipt.repeated ?? true }, { key: 'scopes', body: scopes }]);
            if (receipt.purges) await db.vault.put({ key: 'purges', purges: Object.fromEntries(receipt.purges) });
            if (homes) await db.vault.put({ key: 'homes', body: homes });
            await db.outbox.bulkDelete([...receipt.leaveOutbox]);
            if (cleared) await clearRows(db, cleared);
          }),
        ),
      );
    },

    readSegments: async (ids) => Promise.all((await db.segments.bulkGet([...ids])).flatMap((row) => (row ? [openSegment(row)] : []))),

    replaceSegments: async (gone, by) => {
      const rows = await Promise.all(by.map(sealSegment));
      return withReserve(db, () =>
        durably(db, () =>
          db.transaction('rw', db.segments, async () => {
            const there = await db.segments.where('id').anyOf([...gone]).count();
            if (there < gone.length) {
              // A retry after a lost connection may find that its transaction had completed.
              const before = await db.segments.bulkGet(rows.map(({ id }) => id));
              if (rows.every((row, at) => isSame(before[at], row))) return;
              throw new Error('a row to replace is gone: another window has written');
            }
            await db.segments.bulkDelete([...gone]);
            await db.segments.bulkPut(rows);
          }),
        ),
      );
    },
  };
}

/** Rows that go, by id, and rows that take the place of others. */
type ClearedRows = {
  readonly rewritten: readonly BodyRow[];
  readonly segments: readonly string[];
  readonly tray: readonly BodyRow[];
  readonly drafts: readonly string[];
  readonly files: readonly string[];
};

async function clearRows(db: Database, { rewritten, segments, tray, drafts, files }: ClearedRows): Promise<void> {
  await db.segments.bulkPut(rewritten);
  await db.segments.bulkDelete([...segments]);
  await db.refused.bulkPut(tray);
  await db.drafts.bulkDelete([...drafts]);
  await db.files.bulkDelete([...files]);
  for (const id of files) await db.chunks.where('id').startsWith(`${id}.`).delete();
}

/** Sealed rows begin with 12 random bytes: what begins alike is the same row. */
function isSame(a: BodyRow | undefined, b: BodyRow): boolean {
  if (!a || a.body.byteLength !== b.body.byteLength) return false;
  const [one, other] = [new Uint8Array(a.body, 0, IV_BYTES), new Uint8Array(b.body, 0, IV_BYTES)];
  return one.every((byte, at) => byte === other[at]);
}

const cursorRow = (scope: ScopeId, seq: number, chain: string | undefined) => ({ scope, seq, ...(chain === undefined ? {} : { chain }) });

type PlainRoles = readonly (readonly [ScopeId, readonly GrantRole[]])[];

const plainRoles = (scopes: ScopeRoles): PlainRoles => [...scopes].map(([scope, roles]) => [scope, [...roles]]);
const rolesFrom = (plain: PlainRoles): ScopeRoles => new Map(plain.map(([scope, roles]) => [scope, new Set(roles)]));

/** Builds up to November 2026 wrote the granted ones alone. */
function readScopes(value: Json): { readonly scopes: ScopeRoles; readonly lapsed: ScopeRoles } {
  const row = trusted<PlainRoles | { readonly granted: PlainRoles; readonly lapsed: PlainRoles }>(value);
  return 'granted' in row ? { scopes: rolesFrom(row.granted), lapsed: rolesFrom(row.lapsed) } : { scopes: rolesFrom(row), lapsed: new Map() };
}

/**
 * The counter is contiguous. A retry after a lost connection may find its own rows already there (the transaction had
 * completed, only its answer was lost): that is not an error and nothing is left to do.
 */
async function counterFollows(db: Database, counter: Counter, entries: readonly OutboxEntry[]): Promise<boolean> {
  const stored = await db.vault.get('counter');
  const n = stored?.key === 'counter' ? stored.n : 0;
  if (n + entries.length === counter.n) return true;
  const mine = await db.outbox.bulkGet(entries.map((entry) => entry.op.n));
  if (n === counter.n && mine.every((row) => row !== undefined)) return false;
  throw new Error(`counter ${counter.n} does not follow ${n}: another window has written`);
}

/**
 * A page follows the cursor that stands on the disk. Where it does not, another window has taken over and stored more meanwhile:
 * an older answer over it would leave a hole. A retry after a lost connection may find that its transaction had completed: then
 * nothing is left to do.
 */
async function wasTaken(db: Database, receipt: Receipt): Promise<boolean> {
  const stored = await db.vault.get('epoch');
  const sameEpoch = stored?.key === 'epoch' && stored.epoch === receipt.epoch;
  let taken = receipt.segments.length > 0;
  for (const segment of receipt.segments) {
    const { scope, fromSeq, toSeq } = factsOf(segment);
    const cursor = sameEpoch ? ((await db.cursors.get(scope))?.seq ?? 0) : 0;
    // Pulled from the beginning: writing it twice is the same as writing it once.
    if (receipt.anew?.scope === scope && cursor === receipt.anew.cursor) return false;
    if (cursor !== fromSeq && cursor !== toSeq) throw new Error(`a page after ${fromSeq} does not follow ${cursor}: another window has written`);
    taken &&= cursor === toSeq;
  }
  return taken;
}
