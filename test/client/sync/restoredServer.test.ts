import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import type { MemoryStore } from '#server/store/memoryStore.ts';
import { renewEpoch } from '#server/store/setUpStore.ts';
import { prng } from '#test/simulation/prng.ts';
import type { Tablet } from '#test/simulation/tablet.ts';
import { aWorld } from '#test/simulation/world.ts';

const random = prng(5);

async function aVisit() {
  const world = await aWorld({ seed: 5, store: 'memory', opsPerAnswer: 5_000, opsPerPush: 500, steps: [] });
  const { tablets, memory, source, visit } = world;
  const [marta, dale, ines, lucia, spy] = [tablets.get('marta'), tablets.get('dale'), tablets.get('ines'), tablets.get('lucia'), tablets.get('spy')];
  if (!marta || !dale || !ines || !lucia || !spy || !memory) throw new Error('no tablets');
  const scope = visitScope(visit);
  const note = (text: string) => [{ scope, entity: 'observation', entityId: newUuid(source), set: { text } }];
  const sync = async (...who: readonly Tablet[]): Promise<void> => {
    for (const tablet of who) await tablet.sync('none', random);
  };
  const onServer = async (of: ScopeId = scope): Promise<readonly string[]> => (await memory.transaction((tx) => tx.ops.opsAfter(of, 0, 1_000))).map(({ id }) => id);
  const authored = (of: ScopeId = scope): readonly string[] => [...world.witness.ops.values()].filter(({ op }) => op.scope === of).map(({ op }) => op.id);
  return { ...world, memory, marta, dale, ines, lucia, spy, scope, note, sync, onServer, authored };
}

/** The people and their devices as they were, and nothing that anybody wrote, created or was granted. */
function emptied(memory: MemoryStore): ReturnType<MemoryStore['snapshot']> {
  const copy = memory.snapshot();
  const { scopes, logs, opsById, idByCounter, batches, held, quarantine, alarms, grants, devices } = copy.state;
  for (const table of [scopes, logs, opsById, idByCounter, batches, held, quarantine, alarms, grants, devices]) table.clear();
  return copy;
}

test.each(['noticed', 'not noticed'] as const)('[L12] [S11] [S36] a server that went back to a back-up, %s, has everything again after every tablet has synced', async (how) => {
  const { marta, dale, memory, source, note, sync, scope, onServer, authored } = await aVisit();
  await marta.write(note('antes'));
  await sync(marta);
  const backup = memory.snapshot();
  await marta.write(note('después 1'));
  await dale.write(note('después 2'));
  await sync(marta, dale, marta);

  memory.restore(backup);
  if (how === 'noticed') await renewEpoch(memory, () => newUuid(source));
  await marta.write(note('después 3'));
  for (let round = 0; round < 3; round++) await sync(dale, marta);

  expect(new Set(await onServer())).toEqual(new Set(authored()));
  expect(await onServer()).toHaveLength(4);
  for (const tablet of [marta, dale]) {
    expect(tablet.replica().outbox()).toEqual([]);
    expect(tablet.replica().refused()).toEqual([]);
    expect(tablet.replica().state(scope).opIds.size).toBe(4);
    expect((await tablet.rebuilt()).state(scope).opIds.size).toBe(4);
  }
});

test('[L23] what only a colleague’s tablet still has comes back too: its author’s fell into a river', async () => {
  const { marta, dale, memory, source, scope, note, sync, onServer, authored } = await aVisit();
  const backup = memory.snapshot();
  await dale.write(note('de Dale'));
  await sync(dale, marta);
  memory.restore(backup);
  await renewEpoch(memory, () => newUuid(source));
  for (let round = 0; round < 2; round++) await sync(marta);
  expect(new Set(await onServer())).toEqual(new Set(authored()));
  expect(await memory.transaction((tx) => tx.ops.opsAfter(scope, 0, 9))).toMatchObject([{ via: 'restore', actor: dale.userId, receivedFrom: marta.userId }]);
});

test('[S36] [L22] a back-up that was restored unnoticed, and written on since, is found by its chain, and nothing of either history is lost', async () => {
  const { marta, dale, ines, memory, note, sync, onServer, authored, scope } = await aVisit();
  await marta.write(note('antes'));
  await sync(marta, dale, ines);
  const backup = memory.snapshot();
  await dale.write(note('olvidado 1'));
  await dale.write(note('olvidado 2'));
  await sync(dale, marta);
  memory.restore(backup);
  for (const text of ['nuevo 1', 'nuevo 2', 'nuevo 3']) await ines.write(note(text));
  await sync(ines);
  // Marta's cursor is behind the head: nothing tells her but the chain.
  for (let round = 0; round < 4; round++) await sync(marta, ines, dale);
  expect(new Set(await onServer())).toEqual(new Set(authored()));
  for (const tablet of [marta, dale, ines]) {
    expect(tablet.replica().state(scope).opIds.size).toBe(6);
    expect(tablet.replica().differing()).toEqual([]);
  }
});

test('[L20] [L21] [L23] [S35] an empty server gets everything back that one leader’s tablet has, scopes and rights included', async () => {
  const { marta, dale, lucia, memory, source, visit, agency, note, sync, onServer, authored } = await aVisit();
  await dale.write(note('de Dale'));
  await marta.write(note('de Marta'));
  await sync(dale, marta, lucia);
  memory.restore(emptied(memory));
  await renewEpoch(memory, () => newUuid(source));
  for (let round = 0; round < 3; round++) await sync(marta);
  expect(new Set(await onServer())).toEqual(new Set(authored()));
  expect(new Set(await onServer(agencyScope(agency)))).toEqual(new Set(authored(agencyScope(agency))));
  expect(marta.replica().outbox()).toEqual([]);
  await sync(dale, lucia);
  expect([...dale.replica().scopes().keys()]).toContain(visitScope(visit));
  expect(lucia.replica().refused()).toEqual([]);
  expect(lucia.replica().state(agencyScope(agency)).opIds.size).toBe(authored(agencyScope(agency)).length);
});

test('[L20] an advisor’s tablet that comes first gives its visit back, loses nothing, sends nothing that would be refused, and goes on when the leader has come', async () => {
  const { marta, dale, memory, source, note, sync, onServer, authored, scope } = await aVisit();
  await dale.write(note('de Dale'));
  await sync(dale, marta);
  memory.restore(emptied(memory));
  await renewEpoch(memory, () => newUuid(source));
  await dale.write(note('mientras tanto'));
  for (let round = 0; round < 3; round++) await sync(dale);
  expect(dale.replica().scopes().has(scope)).toBe(true);
  expect(dale.replica().refused()).toEqual([]);
  expect(dale.replica().state(scope).opIds.size).toBe(2);
  expect(await onServer()).toHaveLength(1);
  await dale.write(note('sin permiso todavía'));
  await dale.restart(random);
  expect(dale.replica().scopes().has(scope)).toBe(true);
  for (let round = 0; round < 2; round++) await sync(marta, dale);
  expect(dale.replica().outbox()).toEqual([]);
  expect(dale.replica().refused()).toEqual([]);
  expect(new Set(await onServer())).toEqual(new Set(authored()));
  expect(new Set(await onServer()).size).toBe((await onServer()).length);
});

test('[L20] a scope that the restored server lists, and then lists no more, is gone', async () => {
  const { marta, dale, memory, source, sync, note, scope, agency, visit } = await aVisit();
  await dale.write(note('de Dale'));
  await sync(dale, marta);
  await renewEpoch(memory, () => newUuid(source));
  await sync(dale, dale);
  await marta.write([{ scope: agencyScope(agency), entity: 'visit', entityId: visit, set: { leader: marta.userId } }], { type: 'set-team', agency, visit, leader: marta.userId, advisors: [] });
  await sync(marta, dale);
  expect(dale.replica().scopes().has(scope)).toBe(false);
});

test('[L21] a team that was changed since keeps its change: the older command of the same leader comes first', async () => {
  const { marta, dale, ines, memory, source, sync, agency, visit, scope } = await aVisit();
  await marta.write([{ scope: agencyScope(agency), entity: 'visit', entityId: visit, set: { leader: marta.userId } }], { type: 'set-team', agency, visit, leader: marta.userId, advisors: [ines.userId] });
  await sync(marta);
  memory.restore(emptied(memory));
  await renewEpoch(memory, () => newUuid(source));
  for (let round = 0; round < 3; round++) await sync(marta);
  const members = await memory.transaction((tx) => tx.people.grantsIn(scope));
  expect(members.map(({ userId }) => userId).toSorted()).toEqual([marta.userId, ines.userId].toSorted());
  expect(members.map(({ userId }) => userId)).not.toContain(dale.userId);
});

test('[S8] after all that the agency still has no byte of the visit, and the other agency none of this one', async () => {
  const { marta, dale, lucia, spy, memory, source, sync, note, agency } = await aVisit();
  await dale.write(note('CANARIO'));
  await sync(dale, marta, lucia, spy);
  memory.restore(emptied(memory));
  await renewEpoch(memory, () => newUuid(source));
  for (let round = 0; round < 3; round++) await sync(dale, lucia, marta, spy);
  await sync(lucia, spy);
  for (const tablet of [lucia, spy]) expect(tablet.received.join('')).not.toContain('CANARIO');
  expect(spy.received.join('')).not.toContain(agency);
  expect(marta.received.join('')).toContain('CANARIO');
});
