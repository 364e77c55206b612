import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { fromEditionFiles, readEditionFilesHead } from '#core/manual/editionFiles.ts';
import { installEdition } from '#server/editions/installEdition.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { agencyFinding } from '#test/server/builders/serverWorld.ts';
import { smallEdition } from '#test/server/builders/smallEdition.ts';
import { testApp, type TestApp } from '#test/server/builders/testApp.ts';

async function appWithEdition(store?: Awaited<ReturnType<typeof openSqliteStore>>): Promise<TestApp> {
  const app = await testApp(store);
  await installEdition(app.world.store, smallEdition(), 'x');
  return app;
}

/** The ids of the chapters that a person is given, by the head and by asking for each. */
async function chaptersFor(app: TestApp, name: 'marta' | 'dale' | 'lucia' | 'oscar', revision = 1) {
  const caller = await app.signIn(name);
  const head = await caller({ url: `/api/editions/le-1/${revision}` });
  const listed = head.statusCode === 200 ? head.json().chapters.map(({ id }: { id: string }) => id) : head.statusCode;
  const given: string[] = [];
  for (const id of ['c1', 'c2', 'c3']) {
    const answer = await caller({ url: `/api/editions/le-1/${revision}/chapters/${id}/es` });
    if (answer.statusCode === 200) given.push(id);
    else expect(answer.body).not.toContain('TEXTO');
  }
  return { listed, given };
}

describe.each([['memory', async () => undefined], ['SQLite', () => openSqliteStore(':memory:', 0)]])('manuals, on %s', (_name, store) => {
  test('[S21] a team reads every chapter; a manager reads what a handed-over finding names, and only that', async () => {
    const app = await appWithEdition(await store());
    const { world } = app;
    const all = { listed: ['c1', 'c2', 'c3'], given: ['c1', 'c2', 'c3'] };
    expect(await chaptersFor(app, 'marta')).toEqual(all);
    expect(await chaptersFor(app, 'dale')).toEqual(all);
    expect(await chaptersFor(app, 'lucia')).toEqual({ listed: 404, given: [] });

    const marta = await world.tablet('marta');
    await marta.write(agencyFinding(world.agency1, newUuid(world.ids), { edition: 'le-1', revision: 1, standard: 's2' }));
    expect(await chaptersFor(app, 'lucia')).toEqual({ listed: ['c2'], given: ['c2'] });
    expect(await chaptersFor(app, 'oscar')).toEqual({ listed: 404, given: [] });
  });

  test('[S21] an editorial revision opens the same chapters', async () => {
    const app = await appWithEdition(await store());
    const { world } = app;
    await installEdition(world.store, smallEdition({ revision: 2 }), 'y');
    await (await world.tablet('marta')).write(agencyFinding(world.agency1, newUuid(world.ids), { edition: 'le-1', revision: 1, standard: 's2' }));
    expect(await chaptersFor(app, 'lucia', 2)).toEqual({ listed: ['c2'], given: ['c2'] });
    expect((await (await app.signIn('dale'))({ url: '/api/me' })).json().editions).toMatchObject([{ id: 'le-1', revision: 2, standards: 3 }]);
    expect((await (await app.signIn('lucia'))({ url: '/api/me' })).json().editions).toEqual([]);
  });
});

test('[S21] a manager cannot name a standard to open its chapter, nor can a draft finding, nor a finding of another edition', async () => {
  const app = await appWithEdition();
  const { world } = app;
  const finding = newUuid(world.ids);
  await (await world.tablet('lucia')).write(agencyFinding(world.agency1, finding, { edition: 'le-1', standard: 's1' }));
  await (await world.tablet('marta')).write(
    { scope: `visit:${world.visit1}`, entity: 'finding', entityId: finding, set: { edition: 'le-1', standard: 's2' } },
    agencyFinding(world.agency1, newUuid(world.ids), { edition: 'other', standard: 's3' }),
  );
  expect(await chaptersFor(app, 'lucia')).toEqual({ listed: 404, given: [] });
});

test('a chapter arrives compressed as it was stored, or plain for who cannot unpack it, and makes the edition again', async () => {
  const app = await appWithEdition();
  const dale = await app.signIn('dale');
  const head = readEditionFilesHead((await dale({ url: '/api/editions/le-1/1' })).json());
  if (!head) throw new Error('no head');
  const files = [];
  for (const { id } of head.chapters) {
    for (const language of ['es', 'en'] as const) {
      const url = `/api/editions/le-1/1/chapters/${id}/${language}`;
      const packed = await dale({ url, headers: { 'accept-encoding': 'gzip, br' } });
      expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
      const json = gunzipSync(packed.rawPayload).toString();
      expect((await dale({ url })).body).toBe(json);
      files.push({ chapterId: id, language, json });
    }
  }
  const edition = fromEditionFiles(head, files);
  expect(edition.ok && edition.value).toEqual(smallEdition());
});

test('an edition once stored never changes', async () => {
  const { world } = await testApp();
  expect(await installEdition(world.store, smallEdition(), 'x')).toBe('saved');
  expect(await installEdition(world.store, smallEdition(), 'x')).toBe('same');
  expect(await installEdition(world.store, smallEdition({ chapters: smallEdition().chapters.slice(1) }), 'x')).toBe('other-content');
  expect(await installEdition(world.store, smallEdition({ name: { es: 'Otro' } }), 'x')).toBe('other-content');
});
