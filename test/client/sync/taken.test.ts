import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { entitiesOf } from '#core/op/scopeState.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { memoryFileBytes } from '#server/files/memoryFileBytes.ts';
import { catchUpWithList, purge } from '#server/purge/purge.ts';
import { renewEpoch } from '#server/store/setUpStore.ts';
import { memoryPurgedList } from '#test/server/builders/memoryPurgedList.ts';
import { prng } from '#test/simulation/prng.ts';
import type { Tablet } from '#test/simulation/tablet.ts';
import { aWorld } from '#test/simulation/world.ts';

const CANARY = 'canario-de-la-entrevista';

async function twoTablets(seed: number) {
  const { tablets, memory: store, source, agency, visit } = await aWorld({ seed, store: 'memory', opsPerAnswer: 5_000, opsPerPush: 500, steps: [] });
  const [marta, dale, random] = [tablets.get('marta'), tablets.get('dale'), prng(seed)];
  if (!marta || !dale || !store) throw new Error('no tablets');
  return { marta, dale, store, source, agency, visit, sync: (tablet: Tablet) => tablet.sync('none', random) };
}

test('[G3] [G5] a purge reaches every tablet at its next contact, also one that was away, and a restored back-up does not bring it back', async () => {
  const { marta, dale, store, source, visit, sync } = await twoTablets(21);
  const scope = visitScope(visit);
  const entityId = `${newUuid(source)}/${dale.userId}`;
  const interview = (text: string) => dale.write([{ scope, entity: 'interview', entityId, set: { text } }]);
  await interview(`${CANARY} 1`);
  for (const tablet of [dale, marta]) await sync(tablet);
  const backup = store.snapshot();
  const places = { fileBytes: memoryFileBytes(), purgedList: memoryPurgedList() };
  await store.transaction((tx) => purge(tx, places, { scopes: [scope], entity: 'interview', entityId }, { actor: '', atMs: source.nowMs() }));
  for (const tablet of [marta, dale]) {
    await sync(tablet);
    expect(entitiesOf(tablet.replica().state(scope), 'interview')).toEqual([]);
    expect(JSON.stringify([...(await tablet.rebuilt()).state(scope).entities])).not.toContain(CANARY);
  }

  store.restore(backup);
  await renewEpoch(store, () => newUuid(source));
  await catchUpWithList(store, places);
  for (let round = 0; round < 3; round++) for (const tablet of [marta, dale]) await sync(tablet);
  expect(JSON.stringify([...store.snapshot().state.opsById])).not.toContain(CANARY);
  for (const tablet of [marta, dale]) {
    expect(tablet.replica().outbox()).toEqual([]);
    expect(JSON.stringify([...tablet.replica().state(scope).entities])).not.toContain(CANARY);
  }
});

test('[L18] an advisor who was taken off the team while away keeps what they could not send, and nothing else of the visit', async () => {
  const { marta, dale, store, source, agency, visit, sync } = await twoTablets(22);
  const scope = visitScope(visit);
  await marta.write([{ scope, entity: 'observation', entityId: newUuid(source), set: { text: 'de Marta' } }]);
  for (const tablet of [marta, dale]) await sync(tablet);
  await dale.write([{ scope, entity: 'observation', entityId: newUuid(source), set: { text: 'de Dale, sin red' } }]);
  await marta.write(
    [{ scope: agencyScope(agency), entity: 'visit', entityId: visit, set: { [`member.${dale.userId}`]: false } }],
    { type: 'set-team', agency, visit, leader: marta.userId, advisors: [] },
  );
  await sync(marta);
  await sync(dale);
  await sync(dale);
  for (const replica of [dale.replica(), await dale.rebuilt()]) {
    expect(replica.outbox()).toEqual([]);
    expect(replica.scopes().has(scope)).toBe(false);
    expect(replica.state(scope).opIds.size).toBe(0);
    expect(replica.state(agencyScope(agency)).opIds.size).toBe(0);
    expect(replica.refused().map(({ op, reason, scopeLost }) => [op.set['text'], reason, scopeLost])).toEqual([['de Dale, sin red', 'no-grant', true]]);
  }
  // The server keeps it whole as well.
  expect((await store.transaction((tx) => tx.ops.quarantined())).map(({ reason }) => reason)).toEqual(['no-grant']);
});
