import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { chainAfter, FIRST_CHAIN } from '#core/op/chain.ts';
import { isIntact, purgedOp } from '#core/op/op.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { packForPull, unpackOp } from '#core/protocol/packOp.ts';
import { sha256OfText } from '#core/bytes.ts';
import { memoryFileBytes } from '#server/files/memoryFileBytes.ts';
import { catchUpWithList, checkPurge, purge } from '#server/purge/purge.ts';
import type { PurgeRequest } from '#server/purge/findToPurge.ts';
import { createMemoryStore } from '#server/store/memoryStore.ts';
import { memoryPurgedList } from '#test/server/builders/memoryPurgedList.ts';
import { observation, serverWorld } from '#test/server/builders/serverWorld.ts';

const CANARY = 'canario-de-la-entrevista';

/** A visit with an interview of Dale in two ops, a note of his, and one refused op of the interview. */
async function aWorldToPurge() {
  const store = createMemoryStore();
  const world = await serverWorld(store);
  const dale = await world.tablet('dale');
  const scope = visitScope(world.visit1);
  const entityId = `${newUuid(world.ids)}/${world.users.dale}`;
  const interview = (set: Record<string, string>) => ({ scope, entity: 'interview', entityId, set });
  const first = dale.seal(interview({ code: 'E-DA-01', text: CANARY }));
  const second = dale.seal(interview({ text: `${CANARY} y más` }));
  const held = dale.seal(interview({ consent: `${CANARY}, palabra de otra versión` }));
  const refused = dale.seal(interview({ attributable: `${CANARY}, ni sí ni no` }));
  const note = dale.seal(observation(world.visit1, newUuid(world.ids)));
  const request = dale.request([first, second, held, refused, note]);
  const pushed = await dale.sync(request);
  const [places, by] = [{ fileBytes: memoryFileBytes(), purgedList: memoryPurgedList() }, { actor: '', atMs: world.ids.nowMs() }];
  const purgeIt = (what: PurgeRequest = { scopes: [scope], entity: 'interview', entityId }) => store.transaction((tx) => purge(tx, places, what, by));
  const everything = () => JSON.stringify(Object.values(store.snapshot().state).map((table) => [...(table as Iterable<unknown>)]));
  return { store, world, dale, scope, entityId, first, second, held, refused, note, request, pushed, places, purgeIt, everything };
}

test('[G2] a purged interview has no word left on the server, not even in the quarantine, and every op stays in its place', async () => {
  const { purgeIt, everything, scope, world, pushed, note, first, second } = await aWorldToPurge();
  expect(pushed.results.map(({ status }) => status)).toEqual(['ok', 'ok', 'held', 'refused', 'ok']);
  expect(everything()).toContain(CANARY);
  expect(await purgeIt()).toMatchObject({ found: [{ id: first.id }, { id: second.id }, {}, {}], before: 0 });
  expect(everything()).not.toContain(CANARY);

  const answer = await (await world.tablet('marta')).pullAll();
  const ops = answer.pages.find((page) => page.scope === scope)?.ops.map(unpackOp) ?? [];
  expect(ops.map(({ id, h, set }) => [id, h, set])).toEqual([[first.id, first.h, {}], [second.id, second.h, {}], [note.id, note.h, note.set]]);
  expect(ops.every((op) => op.scope === scope && isIntact({ ...op, scope }))).toBe(true);
});

test('[G2] [S7] the chain still verifies after a purge', async () => {
  const { store, scope, purgeIt } = await aWorldToPurge();
  await purgeIt();
  const rows = await store.transaction((tx) => tx.ops.opsAfter(scope, 0, 100));
  let chain = FIRST_CHAIN;
  for (const row of rows) {
    chain = chainAfter(chain, row.h);
    expect(row.chain).toBe(chain);
    expect(unpackOp(JSON.parse(row.body)).h).toBe(row.h);
  }
  expect((await store.transaction((tx) => tx.ops.scopeById(scope)))?.chain).toBe(chain);
});

test('[G3] whoever brings a purged op, proved or not, is answered purged and nothing of it is stored', async () => {
  const { purgeIt, dale, request, note, everything } = await aWorldToPurge();
  await purgeIt();
  expect((await dale.sync(request)).results.map(({ status }) => status)).toEqual(['purged', 'purged', 'purged', 'purged', 'duplicate']);
  const unsigned = { ...request, batch: undefined, ops: request.ops.filter(({ id }) => id !== note.id) };
  expect((await dale.sync({ ...unsigned, batch: request.batch && { ...request.batch, hashes: [], signature: 'x' } })).results.map(({ status }) => status)).toEqual(['purged', 'purged', 'purged', 'purged']);
  expect(everything()).not.toContain(CANARY);
});

test('[G3] a purged op that somebody carries, with its words or without, is answered purged and not stored', async () => {
  const { purgeIt, dale, first, places, everything } = await aWorldToPurge();
  await purgeIt();
  const batch = dale.request([first]).batch;
  const carry = async (op: typeof first, to = dale) =>
    (await to.sync({ ...to.request([]), carried: [{ kind: 'batch', proof: { ...batch, device: op.device, actor: op.actor, hashes: [op.h], signature: batch?.signature ?? '' }, ops: [packForPull(op)] }] })).carriedResults;
  expect(await carry(first)).toEqual([{ id: first.id, status: 'purged' }]);
  expect(await carry(purgedOp(first))).toEqual([{ id: first.id, status: 'purged' }]);
  const erasedHere = purgedOp(dale.seal(observation(first.scope.slice('visit:'.length), first.id)));
  expect(await carry(erasedHere)).toEqual([{ id: erasedHere.id, status: 'purged' }]);
  expect(places.purgedList.read().some(({ id }) => id === erasedHere.id)).toBe(false);
  expect(everything()).not.toContain(CANARY);
});

test('[G3] a tablet is told of each purge once, by a number that goes up per scope, and only of scopes that it may read', async () => {
  const { purgeIt, scope, world, dale, note, first, second, held, refused } = await aWorldToPurge();
  await purgeIt();
  const marta = await world.tablet('marta');
  const pulled = await marta.pullAll();
  expect(pulled.purged).toEqual([{ scope, n: 4, ids: [first.id, second.id, held.id, refused.id] }]);
  await purgeIt({ scopes: [scope], ops: [note.id] });
  const next = await marta.sync({ ...marta.request([]), epoch: pulled.epoch, purges: { [scope]: 4 } });
  expect(next.purged).toEqual([{ scope, n: 5, ids: [note.id] }]);
  expect((await marta.sync({ ...marta.request([]), epoch: pulled.epoch, purges: { [scope]: 5 } })).purged).toBeUndefined();
  expect((await dale.pullAll()).purged?.[0]?.n).toBe(5);
  for (const name of ['nuria', 'lucia'] as const) expect((await (await world.tablet(name)).pullAll()).purged).toBeUndefined();
});

test('[G4] an older database that comes back loses what was purged since, before anybody is answered', async () => {
  const { store, purgeIt, places, everything, scope, world, dale, request } = await aWorldToPurge();
  const backup = store.snapshot();
  await purgeIt();
  store.restore(backup);
  expect(everything()).toContain(CANARY);
  await catchUpWithList(store, places);
  expect(everything()).not.toContain(CANARY);
  expect((await (await world.tablet('marta')).pullAll()).purged?.[0]).toMatchObject({ scope, n: 4 });
  expect((await dale.sync(request)).results[0]?.status).toBe('purged');
});

test('[G4] a list that was lost is written anew from the database, and a purged op that the older database never had stays away', async () => {
  const { store, purgeIt, places, everything, dale, first, request } = await aWorldToPurge();
  await purgeIt();
  const fresh = { ...places, purgedList: memoryPurgedList() };
  await catchUpWithList(store, fresh);
  expect(fresh.purgedList.read()).toHaveLength(4);

  const world2 = await serverWorld(createMemoryStore());
  await catchUpWithList(world2.store, fresh);
  expect(await world2.store.transaction((tx) => tx.purges.purgedIds([first.id]))).toEqual(new Set([first.id]));
  expect(request.ops[0]?.id).toBe(first.id);
  expect(everything()).not.toContain(CANARY);
  expect((await dale.sync(request)).results[0]?.status).toBe('purged');
});

test('[G2] the same purge again changes nothing, and the audit log says who purged how much, never what', async () => {
  const { store, purgeIt, everything, scope } = await aWorldToPurge();
  await purgeIt();
  const audit = () => store.transaction((tx) => tx.audit.inOrder(0, 100));
  const purges = (await audit()).filter(({ action }) => action === 'interview-purged');
  expect(purges).toMatchObject([{ subject: scope, actor: '' }]);
  const after = everything();
  expect(await purgeIt()).toMatchObject({ before: 4 });
  expect(everything()).toBe(after);
});

test('[G2] a file goes with the last op that named it, and not while another op names it or an agency was given it', async () => {
  const { store, world, dale, scope, places, purgeIt } = await aWorldToPurge();
  const [only, twice, shared] = ['a', 'b', 'c'].map((text) => sha256OfText(text));
  if (!only || !twice || !shared) throw new Error('three files');
  const photo = (workingFile: string, thumbFile: string) => dale.seal({ scope, entity: 'photo', entityId: newUuid(world.ids), set: { workingFile, thumbFile } });
  const [one, other] = [photo(only, twice), photo(twice, shared)];
  await dale.sync(dale.request([one, other]));
  await store.transaction(async (tx) => {
    for (const sha256 of [only, twice, shared]) {
      await tx.files.putFile({ scope, sha256, totalChunks: 1, verified: true });
      await tx.files.putChunk(scope, sha256, 0, { piece: '0', sizeBytes: 1 });
      await places.fileBytes.write({ scope, sha256 }, '0', new Uint8Array([1]));
    }
    await tx.files.addLink(agencyScope(world.agency1), shared, scope);
  });
  const left = async () => Promise.all([only, twice, shared].map(async (sha256) =>
    [(await store.transaction((tx) => tx.files.file(scope, sha256))) !== undefined, (await places.fileBytes.read({ scope, sha256 }, '0')) !== undefined]));
  await purgeIt({ scopes: [scope], ops: [one.id] });
  expect(await left()).toEqual([[false, false], [true, true], [true, true]]);
  await purgeIt({ scopes: [scope], ops: [other.id] });
  expect(await left()).toEqual([[false, false], [false, false], [true, true]]);
});

test('[G2] by a date, a record goes whole or not at all; a check changes nothing', async () => {
  const { store, scope, everything, second } = await aWorldToPurge();
  const before = everything();
  const check = (day: string) => store.transaction((tx) => checkPurge(tx, { scopes: [scope], entity: 'interview', before: `${day}T00:00:00.000Z` }));
  const nextDay = new Date(Date.parse(second.at) + 86_400_000).toISOString().slice(0, 10);
  expect((await check(second.at.slice(0, 10))).found).toEqual([]);
  expect((await check(nextDay)).found).toHaveLength(4);
  expect(everything()).toBe(before);
});
