import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { installEdition } from '#server/editions/installEdition.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { agencyFinding, observation } from '#test/server/builders/serverWorld.ts';
import { smallEdition } from '#test/server/builders/smallEdition.ts';
import { testApp } from '#test/server/builders/testApp.ts';

const CANARY = 'CANARIO';
const PHOTO = Buffer.from(`${CANARY} bytes`);
const SHA = createHash('sha256').update(PHOTO).digest('hex');

/** Agency 1 is full of canaries: in its visit, its findings, its files, and the chapter that its finding opens. */
async function canaries() {
  const app = await testApp(await openSqliteStore(':memory:', 0));
  const { world } = app;
  await installEdition(world.store, smallEdition({ name: { es: `${CANARY} manual` } }), 'x');
  const marta = await world.tablet('marta');
  await marta.write(
    observation(world.visit1, newUuid(world.ids), CANARY),
    agencyFinding(world.agency1, newUuid(world.ids), { statement: CANARY, edition: 'le-1', standard: 's2' }),
    { scope: agencyScope(world.agency1), entity: 'sharedPhoto', entityId: newUuid(world.ids), set: { workingFile: SHA, source: visitScope(world.visit1) } },
  );
  const upload = { method: 'PUT', payload: PHOTO, headers: { 'content-type': 'application/octet-stream' } } as const;
  for (const [name, scope] of [['marta', visitScope(world.visit1)], ['lucia', agencyScope(world.agency1)]] as const) {
    expect((await (await app.signIn(name))({ ...upload, url: `/api/files/${scope}/${SHA}/chunks/0?total=1` })).statusCode).toBe(200);
  }
  return app;
}

test('[S8][S19][S21] the manager of agency 2 walks every route with agency 1’s ids and gets no byte of it', async () => {
  const app = await canaries();
  const { world } = app;
  const oscar = await app.signIn('oscar');
  const [lucia, dale] = [await app.signIn('lucia'), await app.signIn('dale')];
  const values: Record<string, readonly string[]> = {
    ':scope': [agencyScope(world.agency1), visitScope(world.visit1)], ':sha256': [SHA], ':edition': ['le-1'], ':revision': ['1'],
    ':chapter': ['c1', 'c2', 'c3'], ':language': ['es', 'en'], ':index': ['0'],
  };
  const urls = allGetRoutes.flatMap((route) => fill(route, values));
  expect(urls.length).toBeGreaterThan(8);

  const seen = { oscar: 0, others: 0 };
  const secrets = [CANARY, 'TEXTO', 'TEXT-', world.agency1, world.visit1, world.users.marta, world.users.dale, world.users.lucia, 'marta@', 'lucia@'];
  for (const url of urls) {
    for (const [name, caller] of [['oscar', oscar], ['others', lucia], ['others', dale]] as const) {
      const { body, statusCode } = await caller({ url });
      const leaked = secrets.filter((secret) => body.includes(secret));
      if (name === 'oscar') expect([url, leaked]).toEqual([url, []]);
      if (leaked.length > 0 && statusCode === 200) seen[name] += 1;
    }
  }
  expect(seen.oscar).toBe(0);
  // The same walk by who may read shows that the canaries are there to be found.
  expect(seen.others).toBeGreaterThan(6);

  const answer = await oscar({ method: 'POST', url: '/api/sync', payload: { ops: [], commands: [], cursors: { [agencyScope(world.agency1)]: 0 }, epoch: '' } });
  expect(answer.statusCode).toBe(200);
  expect(secrets.filter((secret) => answer.body.includes(secret))).toEqual([]);
});

test('the walk above knows every GET route that there is', async () => {
  const { app } = await testApp();
  const known = new Set(allGetRoutes);
  const listed = app.printRoutes({ commonPrefix: false }).split('\n').filter((line) => line.includes('(GET'));
  expect(listed).toHaveLength(known.size);
});

const allGetRoutes: readonly string[] = [
  '/api/me',
  '/api/editions/:edition/:revision',
  '/api/editions/:edition/:revision/chapters/:chapter/:language',
  '/api/visits/:scope/keys',
  '/api/files/:scope/:sha256',
  '/api/files/:scope/:sha256/content',
];

/** Every address that a route makes of the values. */
function fill(route: string, values: Readonly<Record<string, readonly string[]>>): readonly string[] {
  return Object.entries(values).reduce<readonly string[]>(
    (urls, [name, options]) => urls.flatMap((url) => (url.includes(name) ? options.map((option) => url.replace(name, option)) : [url])),
    [route],
  );
}
