import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { visitScope } from '#core/op/scope.ts';
import { renewEpoch } from '#server/store/setUpStore.ts';
import { aWorld } from '#test/simulation/world.ts';

test.each(['noticed', 'not noticed'] as const)('[L12] [S11] a server that went back to a back-up, %s, has everything again after every tablet has synced', async (how) => {
  const world = await aWorld(5);
  const { marta, dale, store, source, visit } = world;
  const scope = visitScope(visit);
  const note = (text: string) => [{ scope, entity: 'observation', entityId: newUuid(source), set: { text } }];
  await marta.write(note('antes'));
  await marta.sync('none');
  const backup = store.snapshot();
  await marta.write(note('después 1'));
  await dale.write(note('después 2'));
  for (const tablet of [marta, dale, marta]) await tablet.sync('none');

  store.restore(backup);
  if (how === 'noticed') await renewEpoch(store, () => newUuid(source));
  await marta.write(note('después 3'));
  for (let round = 0; round < 3; round++) for (const tablet of [marta, dale]) await tablet.sync('none');

  const onServer = await store.transaction((tx) => tx.ops.opsAfter(scope, 0, 100));
  const authored = [...marta.authored, ...dale.authored].filter((id) => marta.replica().state(scope).opIds.has(id));
  expect(new Set(onServer.map(({ id }) => id))).toEqual(new Set(authored));
  expect(onServer).toHaveLength(4);
  for (const tablet of [marta, dale]) {
    expect(tablet.replica().outbox()).toEqual([]);
    expect(tablet.replica().refused()).toEqual([]);
    expect(tablet.replica().state(scope).opIds.size).toBe(4);
    expect((await tablet.rebuilt()).state(scope).opIds.size).toBe(4);
  }
});
