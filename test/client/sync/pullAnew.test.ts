import { expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { visitScope } from '#core/op/scope.ts';
import { ok } from '#core/result.ts';
import type { LoadedLog } from '#client/storage/log/logStore.ts';
import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import { openReplica } from '#client/storage/log/replica.ts';
import { syncOnce } from '#client/sync/syncOnce.ts';
import { prng } from '#test/simulation/prng.ts';
import { aWorld } from '#test/simulation/world.ts';

type Damage = (log: LoadedLog, scope: string) => LoadedLog;

const damages: readonly (readonly [string, Damage])[] = [
  ['lost an op', (log, scope) => ({ ...log, segments: log.segments.map((row) => (row.scope === scope ? { ...row, ops: row.ops.slice(1) } : row)) })],
  ['is gone', (log, scope) => ({ ...log, segments: log.segments.filter((row) => row.scope !== scope) })],
  ['has another chain', (log, scope) => ({ ...log, chains: new Map([...(log.chains ?? [])].map(([one, chain]) => [one, one === scope ? '0'.repeat(64) : chain])) })],
];

test.each(damages)('[L22] a tablet whose row of the log %s is whole again after the next sync, and sends nothing for it', async (_what, damage) => {
  const { tablets, server, visit, source } = await aWorld({ seed: 8, store: 'memory', opsPerAnswer: 5_000, opsPerPush: 500, steps: [] });
  const [marta, dale] = [tablets.get('marta'), tablets.get('dale')];
  if (!marta || !dale) throw new Error('no tablets');
  const scope = visitScope(visit);
  for (const text of ['uno', 'dos', 'tres']) await dale.write([{ scope, entity: 'observation', entityId: newUuid(source), set: { text } }]);
  for (const tablet of [dale, marta]) await tablet.sync('none', prng(1));

  const disk = memoryLogStore(damage(marta.disk.copy(), scope));
  const open = () => openReplica({ store: disk, mayWrite: () => true, source, author: () => ({ actor: marta.userId, device: marta.device, timeZone: 'UTC', skewMs: undefined }) });
  const replica = await open();
  const asked: number[] = [];
  const synced = await syncOnce({ replica, device: marta.device, actor: marta.userId, sign: async () => '', noteServerTime: () => undefined }, {
    sync: async (request) => {
      asked.push(request.ops.length);
      return (await server.sync(marta.userId, request)) ?? { ok: false, error: { type: 'unreachable' } };
    },
  });
  expect(synced).toEqual(ok(undefined));
  expect(asked).toEqual([0, 0]);
  expect(replica.differing()).toEqual([]);
  for (const whole of [replica, await open()]) expect(whole.state(scope).opIds).toEqual(dale.replica().state(scope).opIds);
  expect(disk.snapshot().segments.filter((row) => row.scope === scope).flatMap(({ ops }) => ops)).toHaveLength(3);
  expect(disk.snapshot().chains).toEqual(marta.disk.copy().chains);
});
