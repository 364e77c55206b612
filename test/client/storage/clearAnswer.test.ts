import 'fake-indexeddb/auto';
import { describe, expect, test } from 'vitest';
import { sha256OfText } from '#core/bytes.ts';
import { purgedOp, type Op } from '#core/op/op.ts';
import { entitiesOf } from '#core/op/scopeState.ts';
import { visitScope, type ScopeId } from '#core/op/scope.ts';
import { packForPull } from '#core/protocol/packOp.ts';
import type { Page, SyncAnswer } from '#core/protocol/wire.ts';
import { describeDatabase } from '#client/storage/database/database.ts';
import { openDrafts } from '#client/storage/drafts/dexieDrafts.ts';
import { draftKey } from '#client/storage/drafts/draftStore.ts';
import { openFiles } from '#client/storage/files/dexieFiles.ts';
import { newDataKey } from '#client/storage/keys/dataKey.ts';
import { rowCipher } from '#client/storage/keys/rowCipher.ts';
import { dexieLogStore } from '#client/storage/log/dexieLogStore.ts';
import { openReplica, type Replica } from '#client/storage/log/replica.ts';
import { anId, anOp, DALE, DEVICE, fixedSource, MARTA, VISIT_SCOPE } from '#test/builders/opBuilder.ts';

const CANARY = 'canario-que-se-borra';
const OTHER: ScopeId = visitScope(anId());
const FILE = sha256OfText('a photo');
const KEPT = sha256OfText('another photo');

/** One tablet on a real (fake) disk, in a person's hands. */
async function aTablet() {
  const db = describeDatabase(`test-${anId()}`);
  const cipher = rowCipher(await newDataKey());
  const source = fixedSource(11);
  const open = async () => {
    const [drafts, files] = await Promise.all([openDrafts(db, cipher), openFiles(db, cipher)]);
    const replica = await openReplica({
      store: dexieLogStore(db, cipher), source, mayWrite: () => true,
      author: () => ({ actor: MARTA, device: DEVICE, timeZone: 'America/Hermosillo', skewMs: undefined }),
      beside: { drafts: drafts.all, settled: drafts.settled, files: files.all, forget: (gone) => { drafts.forget(gone.drafts); files.forget(gone.files); } },
    });
    return { replica, drafts, files };
  };
  /** Everything that lies on the disk, in clear. */
  const disk = async (): Promise<string> => {
    const texts: string[] = [];
    for (const table of ['outbox', 'segments', 'refused', 'held', 'imports', 'drafts'] as const) {
      for (const row of await db.table(table).toArray()) texts.push(JSON.stringify(await cipher.open(table, String(row.id ?? row.n), row.body, (value) => value)));
    }
    return texts.join('\n');
  };
  return { db, open, disk, ...(await open()) };
}

const page = (scope: ScopeId, fromSeq: number, ops: readonly Op[], bodies = ops): Page => ({
  scope, fromSeq, toSeq: fromSeq + ops.length, list: ops.map((op, at) => [fromSeq + at + 1, op.id, op.h]), ops: bodies.map(packForPull), proofs: [], mac: '0'.repeat(64),
});
const answer = (over: Partial<SyncAnswer> = {}): SyncAnswer => ({
  epoch: 'e1', serverTimeMs: 0, results: [], pages: [], more: false,
  scopes: [VISIT_SCOPE, OTHER].map((scope) => ({ scope, roles: ['team_leader'] })), ...over,
});
const onlyOther = answer().scopes.slice(1);
const received = async (replica: Replica, one: SyncAnswer): Promise<void> => expect(await replica.receive(one)).toEqual({ ok: true, value: undefined });

const INTERVIEW = `${anId()}/${DALE}`;
const interview = (over: Partial<Op> = {}) => anOp({ actor: DALE, entity: 'interview', entityId: INTERVIEW, set: { code: 'E-DW-01', text: CANARY }, base: {}, ...over });
const note = (text: string, scope: ScopeId = VISIT_SCOPE) => [{ scope, entity: 'observation', entityId: anId(), set: { text } }];
const aDraft = (scope: ScopeId, entity: string, entityId: string, value: string) => ({
  key: draftKey(scope, entity, entityId, 'text'), scope, entity, entityId, field: 'text', value, also: {}, base: [], startedAtMs: 1,
});

describe('a purge', () => {
  test('[G5] [L5] erases words in the log, the tray and the drafts of the tablet, and what it leaves opens as it was lived', async () => {
    const { replica, disk, open, drafts } = await aTablet();
    const [first, second, other] = [interview(), interview({ set: { text: `${CANARY} 2` } }), anOp({ actor: DALE, set: { text: 'se queda' } })];
    await received(replica, answer({ pages: [page(VISIT_SCOPE, 0, [first, other]), page(OTHER, 0, [anOp({ scope: OTHER, set: { text: 'otra visita' } })])] }));
    await received(replica, answer({ pages: [page(VISIT_SCOPE, 2, [second])] }));
    await replica.seal(note(`${CANARY} devuelto`));
    const [own] = replica.outbox().map(({ op }) => op);
    if (!own) throw new Error('no op');
    await received(replica, answer({ results: [{ id: own.id, status: 'refused', reason: 'not-allowed' }] }));
    await drafts.put(aDraft(VISIT_SCOPE, 'interview', INTERVIEW, `${CANARY} a medias`));
    expect((await disk()).split(CANARY).length).toBeGreaterThan(4);

    await received(replica, answer({ purged: [{ scope: VISIT_SCOPE, n: 3, ids: [first.id, second.id, own.id] }] }));
    expect(await disk()).not.toContain(CANARY);
    expect(await disk()).toContain('se queda');
    expect(entitiesOf(replica.state(VISIT_SCOPE), 'interview')).toEqual([]);
    expect(replica.refused()).toEqual([]);
    expect(drafts.all()).toEqual([]);
    expect([...replica.purges()]).toEqual([[VISIT_SCOPE, 3]]);
    expect([...replica.cursors()]).toEqual([[VISIT_SCOPE, 3], [OTHER, 1]]);

    const again = await open();
    expect(again.replica.state(VISIT_SCOPE)).toEqual(replica.state(VISIT_SCOPE));
    expect([...again.replica.purges()]).toEqual([[VISIT_SCOPE, 3]]);
    const rows = await again.replica.segments(new Set([VISIT_SCOPE]));
    expect(rows.flatMap(({ ops }) => ops)).toEqual(expect.arrayContaining([purgedOp(first), purgedOp(second), other]));
    expect(rows.flatMap(({ pages }) => pages.flatMap(({ list }) => list)).map(([seq]) => seq).sort()).toEqual([1, 2, 3]);
  });

  test('[G5] takes with it an own op that the server answers purged, and one that waits', async () => {
    const { replica, disk } = await aTablet();
    await received(replica, answer());
    await replica.seal(note(`${CANARY} 1`));
    await replica.seal(note(`${CANARY} 2`));
    const [first, second] = replica.outbox().map(({ op }) => op);
    if (!first || !second) throw new Error('two ops');
    await received(replica, answer({ results: [{ id: first.id, status: 'purged' }], purged: [{ scope: VISIT_SCOPE, n: 2, ids: [first.id, second.id] }] }));
    expect(replica.outbox()).toEqual([]);
    expect(replica.state(VISIT_SCOPE).opIds.size).toBe(0);
    expect(await disk()).not.toContain(CANARY);
  });

  test('[G5] takes the file that only purged ops named, and no other', async () => {
    const { replica, files, db, open } = await aTablet();
    const photo = (workingFile: string, thumbFile: string) => anOp({ entity: 'photo', entityId: anId(), set: { workingFile, thumbFile } });
    const [one, other] = [photo(FILE, KEPT), photo(KEPT, KEPT)];
    await received(replica, answer({ pages: [page(VISIT_SCOPE, 0, [one, other])] }));
    for (const sha256 of [FILE, KEPT]) await files.store(VISIT_SCOPE, sha256, new Uint8Array([1, 2, 3]), 'done');
    await files.store(OTHER, FILE, new Uint8Array([1]), 'done');
    await received(replica, answer({ purged: [{ scope: VISIT_SCOPE, n: 1, ids: [one.id] }] }));
    for (const { files: vault } of [{ files }, await open()]) {
      expect(await Promise.all([vault.has(VISIT_SCOPE, FILE), vault.has(VISIT_SCOPE, KEPT), vault.has(OTHER, FILE)])).toEqual([false, true, true]);
    }
    expect(await db.chunks.count()).toBe(2);
  });
});

describe('a scope that the person has lost', () => {
  test('[L18] leaves the tablet whole, once what was written in it has been returned; that stays, and says so', async () => {
    const { replica, disk, open, drafts, files, db } = await aTablet();
    await received(replica, answer({ pages: [page(VISIT_SCOPE, 0, [interview()]), page(OTHER, 0, [anOp({ scope: OTHER, set: { text: 'otra visita' } })])] }));
    await replica.seal(note('escrito sin red'));
    await drafts.put(aDraft(VISIT_SCOPE, 'observation', anId(), 'a medias'));
    await drafts.put(aDraft(OTHER, 'observation', anId(), 'de la otra'));
    for (const scope of [VISIT_SCOPE, OTHER]) await files.store(scope, FILE, new Uint8Array([1]), 'waiting');
    const unsent = replica.outbox().map(({ op }) => op);

    await received(replica, answer({ scopes: onlyOther, results: unsent.map(({ id }) => ({ id, status: 'refused', reason: 'no-grant' })) }));
    // What was half-typed has become a record, which the server has not judged yet: until then nothing goes.
    const [typed] = replica.outbox().map(({ op }) => op);
    expect(typed?.set).toEqual({ text: 'a medias' });
    expect(await disk()).toContain(CANARY);
    await received(replica, answer({ scopes: onlyOther, results: [{ id: typed?.id ?? '', status: 'refused', reason: 'no-grant' }] }));

    for (const tablet of [{ replica, drafts, files }, await open()]) {
      expect(tablet.replica.refused().map(({ op, scopeLost }) => [op.set['text'], scopeLost])).toEqual([['escrito sin red', true], ['a medias', true]]);
      expect(tablet.replica.state(VISIT_SCOPE).opIds.size).toBe(0);
      expect(tablet.replica.state(OTHER).opIds.size).toBe(1);
      expect(tablet.replica.cursors().has(VISIT_SCOPE)).toBe(false);
      expect(tablet.drafts.all().map(({ scope }) => scope)).toEqual([OTHER]);
      expect(await Promise.all([tablet.files.has(VISIT_SCOPE, FILE), tablet.files.has(OTHER, FILE)])).toEqual([false, true]);
    }
    expect(await disk()).not.toContain(CANARY);
    expect(await db.chunks.count()).toBe(1);
  });

  test('[L18] marks what had been returned before, and begins anew when the person is let in again', async () => {
    const { replica } = await aTablet();
    const colleague = anOp({ actor: DALE });
    await received(replica, answer({ pages: [page(VISIT_SCOPE, 0, [colleague])] }));
    await replica.seal(note('A'));
    await received(replica, answer({ results: replica.outbox().map(({ op }) => ({ id: op.id, status: 'refused', reason: 'not-allowed' as const })) }));
    expect(replica.refused().map(({ scopeLost }) => scopeLost)).toEqual([undefined]);
    await received(replica, answer({ scopes: onlyOther }));
    expect(replica.refused().map(({ reason, scopeLost }) => [reason, scopeLost])).toEqual([['not-allowed', true]]);
    await received(replica, answer({ pages: [page(VISIT_SCOPE, 0, [colleague])] }));
    expect(replica.state(VISIT_SCOPE).opIds.size).toBe(1);
  });

  test('[L18] is told apart from one that a restored server has forgotten, one that is only being made, and a tablet that is to be erased', async () => {
    const { replica } = await aTablet();
    await received(replica, answer({ pages: [page(VISIT_SCOPE, 0, [anOp({ actor: DALE })])] }));
    await received(replica, answer({ erase: 'after-sending', scopes: [] }));
    expect(replica.state(VISIT_SCOPE).opIds.size).toBe(1);
    await received(replica, answer({ epoch: 'e2', scopes: [] }));
    await received(replica, answer({ epoch: 'e2', scopes: [] }));
    expect(replica.state(VISIT_SCOPE).opIds.size).toBe(1);
    const agency = anId();
    await replica.seal([{ scope: `agency:${agency}`, entity: 'agency', entityId: agency, set: { name: 'PMVS' } }], { command: { type: 'create-agency', agency } });
    await received(replica, answer({ epoch: 'e2', scopes: [] }));
    expect(replica.outbox().some(({ op }) => op.entityId === agency)).toBe(true);
    expect(replica.state(`agency:${agency}`).opIds.size).toBe(1);
  });
});

test('[L19] on a tablet that is to be erased, the server’s acknowledgement is enough: no page will come', async () => {
  const { replica } = await aTablet();
  await received(replica, answer());
  await replica.seal(note('A'));
  await received(replica, answer({ erase: 'after-sending', results: replica.outbox().map(({ op }) => ({ id: op.id, status: 'ok' })) }));
  expect(replica.outbox()).toEqual([]);
});
