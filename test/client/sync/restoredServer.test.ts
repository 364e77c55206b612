import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { visitScope } from '#core/op/scope.ts';
import { renewEpoch } from '#server/store/setUpStore.ts';
import { prng } from '#test/simulation/prng.ts';
import { aWorld } from '#test/simulation/world.ts';

test.each(['noticed', 'not noticed'] as const)('[L12] [S11] a server that went back to a back-up, %s, has everything again after every tablet has synced', async (how) => {
  const { tablets, memory, source, visit, witness } = await aWorld({ seed: 5, store: 'memory', opsPerAnswer: 5_000, opsPerPush: 500, steps: [] });
  const [marta, dale, random] = [tablets.get('marta'), tablets.get('dale'), prng(5)];
  if (!marta || !dale || !memory) throw new Error('no tablets');
  const scope = visitScope(visit);
  const note = (text: string) => [{ scope, entity: 'observation', entityId: newUuid(source), set: { text } }];
  await marta.write(note('antes'));
  await marta.sync('none', random);
  const backup = memory.snapshot();
  await marta.write(note('después 1'));
  await dale.write(note('después 2'));
  for (const tablet of [marta, dale, marta]) await tablet.sync('none', random);

  memory.restore(backup);
  if (how === 'noticed') await renewEpoch(memory, () => newUuid(source));
  await marta.write(note('después 3'));
  for (let round = 0; round < 3; round++) for (const tablet of [dale, marta]) await tablet.sync('none', random);

  const onServer = await memory.transaction((tx) => tx.ops.opsAfter(scope, 0, 100));
  const authored = [...witness.ops.values()].filter(({ op }) => op.scope === scope).map(({ op }) => op.id);
  expect(new Set(onServer.map(({ id }) => id))).toEqual(new Set(authored));
  expect(onServer).toHaveLength(4);
  for (const tablet of [marta, dale]) {
    expect(tablet.replica().outbox()).toEqual([]);
    expect(tablet.replica().refused()).toEqual([]);
    expect(tablet.replica().state(scope).opIds.size).toBe(4);
    expect((await tablet.rebuilt()).state(scope).opIds.size).toBe(4);
  }
});
