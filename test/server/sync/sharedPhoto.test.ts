import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import type { Change } from '#core/op/change.ts';
import { serverWorld } from '#test/server/builders/serverWorld.ts';

const FILE = 'f'.repeat(64);
const THUMB = 'e'.repeat(64);

const shared = (agency: string, source: string, photo: string): Change => ({
  scope: agencyScope(agency), entity: 'sharedPhoto', entityId: photo, set: { workingFile: FILE, thumbFile: THUMB, source },
});

test('[S17] sharing a photo links its two files from the visit to the agency', async () => {
  const world = await serverWorld();
  const marta = await world.tablet('marta');
  expect((await marta.write(shared(world.agency1, visitScope(world.visit1), newUuid(world.ids))))[0]?.status).toBe('ok');
  for (const file of [FILE, THUMB]) {
    const sources = await world.store.transaction((tx) => tx.files.linkedSources(agencyScope(world.agency1), file));
    expect(sources).toEqual([visitScope(world.visit1)]);
  }
});

test('[S17] a photo is not shared from a visit that its author cannot read, nor from anything else', async () => {
  const world = await serverWorld();
  const marta = await world.tablet('marta');
  for (const source of [visitScope(world.visit2), agencyScope(world.agency1), visitScope(newUuid(world.ids)), 'x']) {
    const [result] = await marta.write(shared(world.agency1, source, newUuid(world.ids)));
    expect(result).toMatchObject({ status: 'refused', reason: 'source-not-readable' });
  }
  expect(await world.store.transaction((tx) => tx.files.linkedSources(agencyScope(world.agency1), FILE))).toEqual([]);
});

test('[S17] who leads visits to two agencies cannot show one a photo of the other', async () => {
  const world = await serverWorld();
  const [marta, nuria] = [await world.tablet('marta'), await world.tablet('nuria')];
  await nuria.command({ type: 'set-team', agency: world.agency2, visit: world.visit2, leader: world.users.marta, advisors: [] });
  const [result] = await marta.write(shared(world.agency1, visitScope(world.visit2), newUuid(world.ids)));
  expect(result).toMatchObject({ status: 'refused', reason: 'source-not-readable' });
});

test('[S17] a manager cannot make a link', async () => {
  const world = await serverWorld();
  const lucia = await world.tablet('lucia');
  const [result] = await lucia.write(shared(world.agency1, visitScope(world.visit1), newUuid(world.ids)));
  expect(result).toMatchObject({ status: 'refused', reason: 'not-allowed' });
});
