import { join } from 'node:path';
import { expect, onTestFailed, test } from 'vitest';
import { visitScope } from '#core/op/scope.ts';
import { entitiesOf } from '#core/op/scopeState.ts';
import { readText } from '#core/op/readField.ts';
import { readObservation } from '#core/visit/observation.ts';
import { acknowledged } from './support/acknowledged.ts';
import { everythingSent, lookForNetwork, signIn } from './support/enter.ts';
import { faultyProxy } from './support/faultyProxy.ts';
import { filesOnServer } from './support/filesOnServer.ts';
import { keepPictures } from './support/keepPictures.ts';
import { backToList, openObservations, saveNote, typeNote } from './support/notes.ts';
import { onServer } from './support/onServer.ts';
import { aPerson, TABLET_LANDSCAPE, TABLET_PORTRAIT } from './support/person.ts';
import { aServer } from './support/serverProcess.ts';

const PHOTO = join(import.meta.dirname, 'support/photo.jpg');
/** Every second request of the API meets a fault. */
const BADNESS = 0.5;
const NOTES = 7;

test.each([5, 8])('[L3] [L4] [S1] [S20] drops, delays, repeats, cut and half-open answers, a portal’s page: two tablets end up with the same, nothing lost, nothing twice (seed %i)', { timeout: 60_000 }, async (seed) => {
  const server = await aServer();
  const networks = [await faultyProxy(server.url, seed), await faultyProxy(server.url, seed + 1)] as const;
  const marta = await aPerson({ name: 'marta', url: networks[0].url, viewport: TABLET_LANDSCAPE });
  const dale = await aPerson({ name: 'dale', url: networks[1].url, viewport: TABLET_PORTRAIT });
  const tablets = [marta, dale];
  onTestFailed(() => keepPictures(tablets, `bad network ${seed}`));
  try {
    await Promise.all(tablets.map(({ page, name }) => signIn(page(), `${name}@cotejo.example`)));
    const [observations = ''] = await Promise.all(tablets.map(({ page }) => openObservations(page())));
    for (const network of networks) network.setBadness(BADNESS);
    await Promise.all(tablets.map(async ({ page, name }) => {
      for (let note = 0; note < NOTES; note++) {
        await typeNote(page(), `${name} nota ${note} en el almacén`);
        if (note === 2) {
          const [chooser] = await Promise.all([page().waitForEvent('filechooser'), page().getByRole('button', { name: 'Elegir fotos' }).click()]);
          await chooser.setFiles(PHOTO);
        }
        await saveNote(page());
        await lookForNetwork(page());
        await backToList(page());
      }
    }));
    for (const network of networks) network.setBadness(0);
    // The one who is done first cannot have the other's last words yet.
    for (const { page } of [marta, dale, marta]) await everythingSent(page());
    for (const { page } of tablets) {
      for (const other of tablets) {
        for (let note = 0; note < NOTES; note++) await page().getByText(`${other.name} nota ${note} en el almacén`).first().waitFor();
      }
      expect(await page().getByRole('link', { name: /nota \d en el almacén/ }).count()).toBe(2 * NOTES);
    }
    const met = networks.reduce((sum, { done }) => sum + [...done.values()].reduce((all, count) => all + count, 0), 0);
    // How many requests there are depends on how fast the machine writes: the more waits, the more goes in one.
    expect(met).toBeGreaterThanOrEqual(3);

    const scope = visitScope(observations.split('/')[2] ?? '');
    await server.stop();
    const { ops, state } = await onServer({ dataFolder: server.dataDir }, scope);
    await server.start();
    const ids = ops.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { answers } of tablets) expect([...acknowledged(answers)].filter((id) => !ids.includes(id))).toEqual([]);
    const texts = entitiesOf(state, 'observation').map((entity) => readObservation(entity).text.text).filter((text) => / nota \d en el almacén/.test(text));
    expect([...texts].sort()).toEqual(tablets.flatMap(({ name }) => Array.from({ length: NOTES }, (_, note) => `${name} nota ${note} en el almacén`)).sort());
    const named = entitiesOf(state, 'photo').flatMap((photo) => ['workingFile', 'thumbFile'].map((field) => readText(photo, field).text));
    expect(named).toHaveLength(4);
    expect(await filesOnServer(marta.page(), scope, named)).toEqual(named);
  } finally {
    for (const tablet of tablets) await tablet.dispose();
    for (const network of networks) await network.dispose();
    await server.dispose();
  }
});
