import { join } from 'node:path';
import { expect, test, onTestFailed } from 'vitest';
import { visitScope } from '#core/op/scope.ts';
import { entitiesOf } from '#core/op/scopeState.ts';
import { readText } from '#core/op/readField.ts';
import { readObservation } from '#core/visit/observation.ts';
import { newDatabase } from '#test/server/postgres/newDatabase.ts';
import { prng } from '#test/simulation/prng.ts';
import { acknowledged } from './support/acknowledged.ts';
import { everythingSent, signIn } from './support/enter.ts';
import { filesOnServer } from './support/filesOnServer.ts';
import { keepPictures } from './support/keepPictures.ts';
import { backToList, openObservations, saveNote, typeNote } from './support/notes.ts';
import { onServer } from './support/onServer.ts';
import { aPerson, TABLET_LANDSCAPE } from './support/person.ts';
import { aServer } from './support/serverProcess.ts';

const PHOTO = join(import.meta.dirname, 'support/photo.jpg');
const SEED = 11;
const KILLS = 6;
/** A push and the upload of a photo take about so long on this machine; the server is killed somewhere in it. */
const SENDING_MS = 250;

test.each(['SQLite', 'PostgreSQL'] as const)('[S1] [S20] a server killed while tablets push and upload, on %s: what it acknowledged is there, everything arrives, nothing twice', { timeout: 60_000 }, async (database) => {
  const random = prng(SEED);
  const url = database === 'PostgreSQL' ? await newDatabase() : undefined;
  const server = await aServer({ COTEJO_DEMO: '1', ...(url === undefined ? {} : { DATABASE_URL: url }) });
  const tablet = await aPerson({ name: 'tablet', url: server.url, viewport: TABLET_LANDSCAPE });
  onTestFailed(() => keepPictures([tablet], `killed server ${database}`));
  try {
    const page = tablet.page();
    await signIn(page, 'marta@cotejo.example');
    const observations = await openObservations(page);
    const scope = visitScope(observations.split('/')[2] ?? '');
    for (let kill = 0; kill < KILLS; kill++) {
      await typeNote(page, `nota ${kill} junto a la bodega`);
      if (kill % 2 === 0) {
        const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Elegir fotos' }).click()]);
        await chooser.setFiles(PHOTO);
        await page.getByRole('img').first().waitFor();
      }
      await saveNote(page);
      await new Promise((resolve) => void setTimeout(resolve, random.below(SENDING_MS)));
      await server.stop('SIGKILL');
      await backToList(page);
      await server.start();
    }
    await everythingSent(page);
    const promised = acknowledged(tablet.answers);
    expect(promised.size).toBeGreaterThan(KILLS / 2);

    const settings = { dataFolder: server.dataDir, ...(url === undefined ? {} : { database: { url, pool: 2 } }) };
    await server.stop();
    const { ops, state } = await onServer(settings, scope);
    await server.start();
    const ids = ops.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...promised].filter((id) => !ids.includes(id))).toEqual([]);
    const texts = entitiesOf(state, 'observation').map((entity) => readObservation(entity).text.text);
    for (let note = 0; note < KILLS; note++) expect(texts.filter((text) => text === `nota ${note} junto a la bodega`)).toHaveLength(1);
    const named = entitiesOf(state, 'photo').flatMap((photo) => ['workingFile', 'thumbFile'].map((field) => readText(photo, field).text));
    expect(named.length).toBe(KILLS);
    expect(await filesOnServer(page, scope, named)).toEqual(named);
  } finally {
    await tablet.dispose();
    await server.dispose();
  }
});
