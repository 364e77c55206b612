import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { newPassphrase } from '#core/bundle/passphrase.ts';
import { ENGLISH_WORDS, SPANISH_WORDS } from '#core/bundle/passphraseWords.ts';
import { sha256OfBytes } from '#core/bytes.ts';
import { agencyScope } from '#core/op/scope.ts';
import { packForPull } from '#core/protocol/packOp.ts';
import { err } from '#core/result.ts';
import { anId } from '#test/builders/opBuilder.ts';
import { aCarrier, backUp, pass, take, VISIT, type Carrier } from './aCarrier.ts';

const PHOTO = Uint8Array.from({ length: 3_000 }, (_, at) => at % 251);
const SHA = sha256OfBytes(PHOTO);

async function twoTablets(): Promise<{ readonly ana: Carrier; readonly beto: Carrier }> {
  const [ana, beto] = [await aCarrier('Ana'), await aCarrier('Beto')];
  ana.knows(beto);
  beto.knows(ana);
  return { ana, beto };
}

test('[H6] a colleague opens the file without a word, sees whose it is and what is new, and has the work with its author', async () => {
  const { ana, beto } = await twoTablets();
  const note = anId();
  await ana.write(note, 'Puerta con teclado');
  await ana.write(note, 'Puerta con teclado y bitácora');
  await ana.files.store(VISIT, SHA, PHOTO, 'waiting');
  const opened = await beto.handOver().open(await pass(ana));
  if (!opened.ok) throw new Error(opened.error.type);
  expect(opened.value.preview).toMatchObject({
    manifest: { purpose: 'colleague', madeBy: { name: 'Ana' } }, ops: 2, freshOps: 2, kinds: [{ entity: 'observation', records: 1 }],
    people: [{ name: 'Ana', freshOps: 2, proved: true }], unproved: 0, clashing: 0, hasOthers: false, freshFiles: { count: 1, sizeBytes: 3_000 },
  });
  expect(beto.texts()).toEqual([]);
  expect(await opened.value.merge(() => undefined)).toMatchObject({ ok: true, value: { ops: 2, files: 1, filesLeft: 0 } });
  expect(beto.texts()).toEqual(['Puerta con teclado', 'Puerta con teclado y bitácora']);
  const op = beto.replica().state(VISIT).entities.get(`observation/${note}`)?.ops[0];
  expect(op?.actor).toBe(ana.person.id);
  expect(beto.replica().broughtIn(op?.id ?? '')?.broughtBy).toBe(ana.person.id);
  expect(await beto.files.read(VISIT, SHA)).toEqual(PHOTO);
  // Carried on: as far as this tablet knows, the server has neither.
  expect(await beto.files.waiting()).toHaveLength(1);
  expect(beto.replica().outbox()).toEqual([]);
});

test('[H7] the same file again does nothing, also after the tablet was opened anew', async () => {
  const { ana, beto } = await twoTablets();
  await ana.write(anId(), 'A');
  const file = await pass(ana);
  await take(beto, file);
  await beto.reopen();
  const again = await beto.handOver().open(file);
  expect(again).toMatchObject({ ok: true, value: { preview: { ops: 1, freshOps: 0, kinds: [], freshFiles: { count: 0 } } } });
  expect(await take(beto, file)).toMatchObject({ ok: true, value: { ops: 0, files: 0 } });
  expect(beto.texts()).toEqual(['A']);
  expect(beto.store.snapshot().imports).toHaveLength(1);
});

test('[H7] A → B → A → C: everybody has each op once, by its author', async () => {
  const { ana, beto } = await twoTablets();
  const clara = await aCarrier('Clara');
  clara.knows(ana, beto);
  await ana.write(anId(), 'de Ana');
  await take(beto, await pass(ana));
  await beto.write(anId(), 'de Beto');
  await take(ana, await pass(beto));
  await take(clara, await pass(ana));
  await take(clara, await pass(beto));
  for (const one of [ana, beto, clara]) expect(one.texts()).toEqual(['de Ana', 'de Beto']);
  expect(clara.replica().unproved().size).toBe(0);
  expect(ana.replica().imports().flatMap((row) => row.ops)).toHaveLength(1);
  expect(clara.replica().imports().flatMap((row) => row.ops)).toHaveLength(2);
});

test('[H7] whoever passes files to whom, in whatever order, all tablets that were reached are equal', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.boolean()), { minLength: 1, maxLength: 10 }), async (steps) => {
    const team = [await aCarrier('Ana'), await aCarrier('Beto'), await aCarrier('Clara')];
    for (const one of team) one.knows(...team.filter((other) => other !== one));
    const note = anId();
    let written = 0;
    for (const [from, to, writes] of steps) {
      const [giver, receiver] = [team[from], team[to]];
      if (!giver || !receiver) continue;
      if (writes) await giver.write(note, `texto ${(written += 1)}`);
      if (giver !== receiver) await take(receiver, await pass(giver));
    }
    // Everybody passes to everybody twice: then nothing is missing anywhere.
    for (let round = 0; round < 2; round++) for (const giver of team) for (const receiver of team) if (giver !== receiver) await take(receiver, await pass(giver));
    for (const one of team) {
      expect(one.texts()).toHaveLength(written);
      expect(one.replica().state(VISIT)).toEqual(team[0]?.replica().state(VISIT));
      await one.reopen();
      expect(one.replica().state(VISIT)).toEqual(team[0]?.replica().state(VISIT));
    }
  }), { numRuns: 25 });
});

test('[H8] work of a device that is not known here is kept and marked, and nothing is settled or decided on it until its author is proved', async () => {
  const leader = await aCarrier('Marta', { role: 'team_leader' });
  const ana = await aCarrier('Ana');
  const standard = `ed/1.2.3`;
  await ana.replica().seal([{ scope: VISIT, entity: 'rating', entityId: `${standard}/${ana.person.id}`, set: { result: 'partial' } }]);
  const draft = anId();
  await ana.replica().seal([{ scope: VISIT, entity: 'finding', entityId: draft, set: { statement: 'Falta la directiva' } }]);
  const opened = await leader.handOver().open(await pass(ana));
  expect(opened).toMatchObject({ ok: true, value: { preview: { unproved: 2, people: [{ name: 'Ana', proved: false }] } } });
  await take(leader, await pass(ana));
  const settle = { scope: VISIT, entity: 'teamRating', entityId: standard, set: { 'settled.result': 'partial' } };
  const handOver = { scope: VISIT, entity: 'publication', entityId: null, set: { finding: draft, previewSha256: 'a'.repeat(64) } };
  expect(await leader.replica().seal([settle])).toEqual(err({ type: 'not-proved' }));
  expect(await leader.replica().seal([handOver])).toEqual(err({ type: 'not-proved' }));
  expect((await leader.replica().seal([{ scope: VISIT, entity: 'finding', entityId: draft, set: { harm: 'high' } }])).ok).toBe(true);

  leader.knows(ana);
  const { proveImports } = await import('#client/storage/imports/proveImports.ts');
  await proveImports(leader.replica(), [ana.device]);
  expect(leader.replica().unproved().size).toBe(0);
  await leader.reopen();
  expect((await leader.replica().seal([settle])).ok).toBe(true);
  expect((await leader.replica().seal([handOver])).ok).toBe(true);
});

test('[H8] a signature that another device made, or over another list, proves nothing', async () => {
  const { ana, beto } = await twoTablets();
  await ana.write(anId(), 'A');
  const other = await aCarrier('Otra');
  beto.knows({ ...ana, device: { ...ana.device, publicKey: other.device.publicKey } });
  expect(await beto.handOver().open(await pass(ana))).toMatchObject({ ok: true, value: { preview: { unproved: 1 } } });
  beto.knows({ ...ana, device: { ...ana.device, userId: other.person.id } });
  expect(await beto.handOver().open(await pass(ana))).toMatchObject({ ok: true, value: { preview: { unproved: 1 } } });
});

test('[H9] a back-up gives a person everything back on another tablet: own work, colleagues’, pictures and the tray', async () => {
  const { ana, beto } = await twoTablets();
  await beto.write(anId(), 'de Beto');
  await take(ana, await pass(beto));
  await ana.write(anId(), 'de Ana');
  await ana.write(anId(), 'devuelta');
  await ana.replica().setAside(2);
  await ana.files.store(VISIT, SHA, PHOTO, 'waiting');
  const words = newPassphrase('es', (count) => Uint8Array.from({ length: count }, (_, at) => at * 31));
  const file = await backUp(ana, words);

  const newTablet = await aCarrier('Ana', { userId: ana.person.id });
  newTablet.knows(ana, beto);
  expect(await newTablet.handOver().keyKindOf(file)).toEqual({ ok: true, value: 'passphrase' });
  expect(await take(newTablet, file, ` ${words.toUpperCase().replaceAll(' ', ',\n')} `)).toMatchObject({ ok: true, value: { ops: 3, files: 1 } });
  expect(newTablet.texts()).toEqual(['de Ana', 'de Beto']);
  expect(newTablet.replica().refused()).toMatchObject([{ op: { set: { text: 'devuelta' } }, reason: 'malformed' }]);
  expect(newTablet.replica().unproved().size).toBe(0);
  expect(await take(newTablet, file, words)).toMatchObject({ ok: true, value: { ops: 0, files: 0 } });
  // A colleague with the words merges the work, and never gets somebody else's tray.
  await take(beto, file, words);
  expect(beto.replica().refused()).toEqual([]);
});

test('[H3] wrong words, a flipped byte, a cut copy, another visit, another installation: refused, and nothing changes here', async () => {
  const { ana, beto } = await twoTablets();
  await ana.write(anId(), 'A');
  const words = 'abeja abrigo aceite acero agua aguja alambre album';
  const file = await backUp(ana, words);
  expect(await beto.handOver().open(file)).toEqual(err({ type: 'wrong-passphrase' }));
  expect(await beto.handOver().open(file, words.replace('abeja', 'oveja'))).toEqual(err({ type: 'wrong-passphrase' }));
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 4;
  expect(await beto.handOver().open(new Blob([bytes]), words)).toEqual(err({ type: 'damaged' }));
  expect(await beto.handOver().open(file.slice(0, file.size - 40), words)).toEqual(err({ type: 'cut' }));

  const stranger = await aCarrier('Nora', { scopes: [agencyScope(anId())] });
  expect(await stranger.handOver().open(file, words)).toEqual(err({ type: 'not-yours' }));
  expect(beto.texts()).toEqual([]);
  expect(beto.store.snapshot().imports ?? []).toEqual([]);
});

test('[H6] of a back-up with several scopes only those are taken that one may read', async () => {
  const mine = agencyScope(anId());
  const ana = await aCarrier('Ana', { scopes: [VISIT, mine], role: 'team_leader' });
  await ana.write(anId(), 'de la visita');
  await ana.replica().seal([{ scope: mine, entity: 'agency', entityId: mine.slice('agency:'.length), set: { name: 'Policía' } }]);
  const words = newPassphrase('en', (count) => new Uint8Array(count));
  const file = await backUp(ana, words, [VISIT, mine]);
  const manager = await aCarrier('Lucía', { scopes: [mine], role: 'accreditation_manager' });
  const opened = await manager.handOver().open(file, words);
  expect(opened).toMatchObject({ ok: true, value: { preview: { ops: 1, freshOps: 1, hasOthers: true } } });
  await take(manager, file, words);
  expect(manager.texts()).toEqual([]);
  expect(JSON.stringify(manager.store.snapshot().imports)).not.toContain('de la visita');
});

test('[H6] an op under an id that is known here as something else is left out', async () => {
  const { ana, beto } = await twoTablets();
  const note = anId();
  await ana.write(note, 'A');
  const [first] = ana.replica().outbox();
  if (!first) throw new Error('nothing written');
  const { sealOp } = await import('#core/op/op.ts');
  const { d: _d, h: _h, ...rest } = first.op;
  const forged = sealOp({ ...rest, set: { text: 'otra cosa' } });
  await beto.replica().bringIn(() => ({ rows: [{ id: anId(), proof: { kind: 'batch', proof: { device: ana.device.id, actor: ana.person.id, hashes: [forged.h], signature: '' } }, ops: [forged], unproved: [forged.id], broughtBy: ana.person.id, importedAtMs: 0 }], refused: [] }));
  expect(await beto.handOver().open(await pass(ana))).toMatchObject({ ok: true, value: { preview: { freshOps: 0, clashing: 1 } } });
  expect(packForPull(forged).id).toBe(first.op.id);
});

test('a full disk: the records are taken, the picture is not, and opening the file again brings it', async () => {
  const { ana, beto } = await twoTablets();
  await ana.write(anId(), 'A');
  await ana.files.store(VISIT, SHA, PHOTO, 'waiting');
  const file = await pass(ana);
  const full = { ...beto.files, store: async () => err({ type: 'disk-full' as const }) };
  Object.assign(beto.files, full);
  expect(await take(beto, file)).toMatchObject({ ok: true, value: { ops: 1, files: 0, filesLeft: 1 } });
  expect(beto.texts()).toEqual(['A']);
});

test('the words are easy to type and worth at least 60 bits', () => {
  for (const words of [SPANISH_WORDS, ENGLISH_WORDS]) {
    expect(new Set(words).size).toBe(256);
    expect(words.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true);
  }
  const passphrase = newPassphrase('es', (count) => Uint8Array.from({ length: count }, (_, at) => at));
  expect(passphrase.split(' ').length * Math.log2(256)).toBeGreaterThanOrEqual(60);
});
