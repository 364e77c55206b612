import { createHmac } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { MAX_OPS_PER_ANSWER, pageText } from '#core/protocol/wire.ts';
import { renewEpoch } from '#server/store/setUpStore.ts';
import { chainAfter } from '#core/op/chain.ts';
import { agencyFinding, idsIn, observation, serverWorld } from '#test/server/builders/serverWorld.ts';

// Real derivations, files and thousands of ops: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

test('[S9] the answer to a push leaves out the bodies that the tablet sent itself, and brings the colleague’s', async () => {
  const world = await serverWorld();
  const [dale, marta] = [await world.tablet('dale'), await world.tablet('marta')];
  await marta.write(observation(world.visit1, newUuid(world.ids), 'from Marta'));
  const own = dale.seal(observation(world.visit1, newUuid(world.ids), 'from Dale'));
  const page = (await dale.sync(dale.request([own]))).pages[0];
  expect(page).toMatchObject({ fromSeq: 0, toSeq: 2 });
  expect(page?.list.map(([seq]) => seq)).toEqual([1, 2]);
  expect(page?.ops.map(({ set }) => set)).toEqual([{ text: 'from Marta' }]);
});

test('[S8] a tablet that is up to date gets no page', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  await dale.write(observation(world.visit1, newUuid(world.ids)));
  const { epoch, pages } = await dale.pullAll();
  const cursors = Object.fromEntries(pages.map((page) => [page.scope, page.toSeq]));
  expect((await dale.sync(dale.request([], { cursors, epoch }))).pages).toEqual([]);
});

test('[S7] seq is contiguous per scope and the chain can be followed by anybody', async () => {
  const world = await serverWorld();
  const [dale, marta] = [await world.tablet('dale'), await world.tablet('marta')];
  for (let i = 0; i < 4; i++) {
    await (i % 2 ? dale : marta).write(observation(world.visit1, newUuid(world.ids)), observation(world.visit2, newUuid(world.ids)), observation(world.visit1, newUuid(world.ids)));
  }
  const rows = await world.store.transaction((tx) => tx.ops.opsAfter(visitScope(world.visit1), 0, 100));
  expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  let chain = '0'.repeat(64);
  for (const row of rows) {
    chain = chainAfter(chain, row.h);
    expect(row.chain).toBe(chain);
  }
  expect((await world.store.transaction((tx) => tx.ops.scopeById(visitScope(world.visit1))))?.chain).toBe(chain);
});

test('[S10] a long pull comes in pages that follow each other without a hole', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const total = MAX_OPS_PER_ANSWER + 20;
  for (let sent = 0; sent < total; sent += 2_510) {
    await dale.write(...Array.from({ length: 2_510 }, () => observation(world.visit1, newUuid(world.ids), 'x')));
  }
  const marta = await world.tablet('marta');
  const first = await marta.pullAll();
  expect(first.more).toBe(true);
  const firstPage = first.pages[0];
  expect(firstPage).toMatchObject({ fromSeq: 0, toSeq: firstPage?.list.length });
  const seqs = new Set(firstPage?.list.map(([seq]) => seq));
  let cursor = firstPage?.toSeq ?? 0;
  for (let more: boolean = first.more; more;) {
    const next = await marta.sync(marta.request([], { epoch: first.epoch, cursors: { [visitScope(world.visit1)]: cursor } }));
    for (const page of next.pages) {
      expect(page.fromSeq).toBe(cursor);
      for (const [seq] of page.list) seqs.add(seq);
      cursor = page.toSeq;
    }
    more = next.more;
  }
  expect(seqs.size).toBe(total);
  expect(cursor).toBe(total);
});

test('[S10] long texts cut an answer at about 3 MB, and even the longest op gets through', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const text = 'a'.repeat(99_000);
  for (let i = 0; i < 2; i++) await dale.write(...Array.from({ length: 20 }, () => observation(world.visit1, newUuid(world.ids), text)));
  const answer = await (await world.tablet('marta')).pullAll();
  expect(answer.more).toBe(true);
  expect(JSON.stringify(answer).length).toBeLessThan(3_200_000);
  expect(answer.pages[0]?.list.length).toBeGreaterThan(20);
});

test('[S11] after a restored back-up the cursors are ignored and everything comes again', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  await dale.write(observation(world.visit1, newUuid(world.ids)));
  const before = await dale.pullAll();
  const cursors = { [visitScope(world.visit1)]: 1 };
  await renewEpoch(world.store, () => newUuid(world.ids));
  const after = await dale.sync(dale.request([], { cursors, epoch: before.epoch }));
  expect(after.epoch).not.toBe(before.epoch);
  expect(after.pages[0]).toMatchObject({ fromSeq: 0, toSeq: 1 });
});

test('[S12] the mac covers epoch, scope, range and list, under the server’s own key', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  await dale.write(observation(world.visit1, newUuid(world.ids)));
  const { epoch, pages } = await dale.pullAll();
  const [page] = pages;
  if (!page) throw new Error('no page');
  expect(page.mac).toBe(createHmac('sha256', world.deps.macKey).update(pageText(epoch, page)).digest('hex'));
});

test('[S13] a handed-over finding does not tell the manager how many ops of the visit went with it', async () => {
  const world = await serverWorld();
  const [marta, lucia, dale] = [await world.tablet('marta'), await world.tablet('lucia'), await world.tablet('dale')];
  const inVisit = marta.seal(observation(world.visit1, newUuid(world.ids)));
  const inAgency = marta.seal(agencyFinding(world.agency1, newUuid(world.ids)));
  await marta.sync(marta.request([inVisit, inAgency]));
  const alone = marta.seal(agencyFinding(world.agency1, newUuid(world.ids)));
  await marta.sync(marta.request([alone]));

  const toLucia = await lucia.pullAll();
  expect(toLucia.pages[0]?.list.map(([, id]) => id)).toEqual([inAgency.id, alone.id]);
  expect(toLucia.pages[0]?.proofs.map(({ hashes }) => hashes)).toEqual([[alone.h]]);
  expect(JSON.stringify(toLucia)).not.toContain(inVisit.h);
  const toDale = (await dale.pullAll()).pages.flatMap(({ proofs }) => proofs.map(({ hashes }) => hashes));
  expect(toDale).toContainEqual([inVisit.h, inAgency.h]);
});

test('[S8] no byte of another agency or of a visit reaches a manager, whatever cursors they name', async () => {
  const world = await serverWorld();
  const [marta, nuria, oscar] = [await world.tablet('marta'), await world.tablet('nuria'), await world.tablet('oscar')];
  await marta.write(
    observation(world.visit1, newUuid(world.ids), 'CANARIO-VISITA-1'),
    agencyFinding(world.agency1, newUuid(world.ids), { statement: 'CANARIO-AGENCIA-1' }),
  );
  await nuria.write(
    observation(world.visit2, newUuid(world.ids), 'CANARIO-VISITA-2'),
    agencyFinding(world.agency2, newUuid(world.ids), { statement: 'PARA OSCAR' }),
  );
  const cursors = Object.fromEntries([agencyScope(world.agency1), visitScope(world.visit1), visitScope(world.visit2)].map((scope) => [scope, 0]));
  const answer = await oscar.sync(oscar.request([], { cursors }));
  expect(answer.pages.map(({ scope }) => scope)).toEqual([agencyScope(world.agency2)]);
  const text = JSON.stringify(answer);
  expect(text).toContain('PARA OSCAR');
  for (const secret of ['CANARIO', world.agency1, world.visit1, world.visit2, world.users.marta, world.users.dale]) expect(text).not.toContain(secret);
});

test('[S8] who leaves a team pulls nothing more of the visit', async () => {
  const world = await serverWorld();
  const [marta, dale] = [await world.tablet('marta'), await world.tablet('dale')];
  await marta.write(observation(world.visit1, newUuid(world.ids)));
  expect(idsIn(await dale.pullAll(), visitScope(world.visit1))).toHaveLength(1);
  await marta.command({ type: 'set-team', agency: world.agency1, visit: world.visit1, leader: world.users.marta, advisors: [] });
  expect((await dale.pullAll()).pages).toEqual([]);
});

test('[S11] a tablet that holds more than the server begins anew: the database is an older one and nobody noticed', async () => {
  const world = await serverWorld();
  const dale = await world.tablet('dale');
  const { epoch } = await dale.sync(dale.request([dale.seal(observation(world.visit1, newUuid(world.ids)))]));
  const ahead = dale.request([], { epoch, cursors: { [visitScope(world.visit1)]: 2 } });
  expect(await dale.sync(ahead)).toMatchObject({ epoch: '', pages: [], more: true });
  const anew = await dale.sync({ ...ahead, epoch: '' });
  expect(anew.epoch).toBe(epoch);
  expect(anew.pages).toHaveLength(1);
});
