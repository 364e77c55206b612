import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { visitScope } from '#core/op/scope.ts';
import { entitiesOf } from '#core/op/scopeState.ts';
import { readObservation } from '#core/visit/observation.ts';
import { prng } from '#test/simulation/prng.ts';
import { everythingSent, openAt, signIn, unlock } from './support/enter.ts';
import { keepPictures } from './support/keepPictures.ts';
import { backToList, listenToScreen, openObservations, saveNote, typeNote, type Promised } from './support/notes.ts';
import { onServer } from './support/onServer.ts';
import { aPerson, TABLET_LANDSCAPE, type Person } from './support/person.ts';
import { aServer, type ServerProcess } from './support/serverProcess.ts';

const SEED = 3;
const KILLS = 5;
/** Typing a note takes about so long; the browser is killed somewhere in it, or in the pushing after it. */
const WRITING_MS = 900;

let server: ServerProcess;
let tablet: Person;
beforeAll(async () => {
  server = await aServer();
  tablet = await aPerson({ name: 'tablet', url: server.url, viewport: TABLET_LANDSCAPE });
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await keepPictures([tablet], task.name);
});
afterAll(async () => {
  await tablet.dispose();
  await server.dispose();
});

test('[L1] [L2] [L4] a browser killed while writing and while sending: every word that the screen called saved is there, nothing twice', { timeout: 60_000 }, async () => {
  const random = prng(SEED);
  const promised: Promised = new Map();
  await signIn(tablet.page(), 'marta@cotejo.example');
  const observations = await openObservations(tablet.page());
  await tablet.close();
  let written = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    // A note that is whole, and on its way to the server or there; then one that is interrupted.
    await tablet.reopen(() => listenToScreen(tablet.context(), promised));
    const page = tablet.page();
    await openAt(page, observations);
    await typeNote(page, `nota ${written++} entera`);
    await saveNote(page);
    await backToList(page);
    const died = page.waitForEvent('close');
    const interrupted = typeNote(page, `nota ${written++} la puerta del almacén estaba abierta y sin candado`).then(() => saveNote(page)).catch(() => undefined);
    await new Promise((resolve) => void setTimeout(resolve, random.below(WRITING_MS)));
    await tablet.kill();
    await Promise.all([died, interrupted]);
  }
  await tablet.reopen();
  await unlock(tablet.page());
  await everythingSent(tablet.page());
  await tablet.close();
  await server.stop();

  const { ops, state } = await onServer({ dataFolder: server.dataDir }, visitScope(observations.split('/')[2] ?? ''));
  expect(new Set(ops.map(({ id }) => id)).size).toBe(ops.length);
  const notes = new Map(entitiesOf(state, 'observation').map((entity) => [entity.entityId, readObservation(entity).text.text]));
  expect(promised.size).toBeGreaterThanOrEqual(KILLS);
  for (const [id, words] of promised) expect(notes.get(id)?.startsWith(words), `${words} ↔ ${notes.get(id)}`).toBe(true);
  for (let note = 0; note < written; note++) {
    const found = [...notes.values()].filter((text) => text.startsWith(`nota ${note} `));
    expect(found.length, `nota ${note}`).toBeLessThanOrEqual(1);
  }
});
