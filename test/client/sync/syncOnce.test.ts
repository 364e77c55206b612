import { describe, expect, test } from 'vitest';
import { unpackOp } from '#core/protocol/packOp.ts';
import type { SyncAnswer, SyncRequest } from '#core/protocol/wire.ts';
import { err, ok } from '#core/result.ts';
import { memoryLogStore } from '#client/storage/log/memoryLogStore.ts';
import { openReplica, type Replica } from '#client/storage/log/replica.ts';
import { nextBatch, syncOnce } from '#client/sync/syncOnce.ts';
import { AGENCY, anId, DEVICE, fixedSource, MARTA, VISIT_SCOPE } from '#test/builders/opBuilder.ts';
import { agencyScope } from '#core/op/scope.ts';

async function aTablet(notes: number): Promise<Replica> {
  const replica = await openReplica({
    store: memoryLogStore({ counter: { n: 0, lamport: 0 }, epoch: 'e1', cursors: new Map(), outbox: [], segments: [], refused: [], held: [], scopes: new Map([[VISIT_SCOPE, new Set(['team_leader'] as const)]]) }),
    mayWrite: () => true, source: fixedSource(3), author: () => ({ actor: MARTA, device: DEVICE, timeZone: 'America/Hermosillo', skewMs: undefined }),
  });
  for (let i = 0; i < notes; i++) await replica.seal([{ scope: VISIT_SCOPE, entity: 'observation', entityId: anId(), set: { text: `nota ${i}` } }]);
  return replica;
}

const port = (replica: Replica) => ({ replica, device: DEVICE, actor: MARTA, sign: async () => 'x', noteServerTime: () => undefined });

/** A server that appends what it takes, and refuses a request whole when it carries a note with these words. */
function aServer(refuses: string, status: 400 | 413 = 400) {
  const log: string[] = [];
  let requests = 0;
  const sync = async (request: SyncRequest) => {
    requests += 1;
    if (request.ops.some((op) => op.set['text'] === refuses)) return err({ type: 'refused' as const, status, code: 'malformed' });
    const fromSeq = log.length;
    const hashes = request.ops.map((op) => unpackOp({ ...op, device: DEVICE, actor: MARTA }).h);
    log.push(...request.ops.map(({ id }) => id));
    const answer: SyncAnswer = {
      epoch: 'e1', serverTimeMs: 0, more: false, scopes: [{ scope: VISIT_SCOPE, roles: ['team_leader'] }], results: request.ops.map(({ id }) => ({ id, status: 'ok' })),
      pages: request.ops.length === 0 ? [] : [{
        scope: VISIT_SCOPE, fromSeq, toSeq: log.length, ops: [], proofs: [], mac: '0'.repeat(64),
        list: request.ops.map(({ id }, index): [number, string, string] => [fromSeq + index + 1, id, hashes[index] ?? '']),
      }],
    };
    return ok(answer);
  };
  return { sync, log, requests: () => requests };
}

describe('a push that the server refuses whole', () => {
  test.each([400, 413] as const)('[L13] (%s) loses the one record that it does not take to the tray, and none of the others waits for it', async (status) => {
    const replica = await aTablet(20);
    const server = aServer('nota 7', status);
    expect(await syncOnce(port(replica), server)).toEqual(ok(undefined));
    expect(server.log).toHaveLength(19);
    expect(replica.outbox()).toEqual([]);
    expect(replica.refused()).toMatchObject([{ op: { set: { text: 'nota 7' } }, reason: 'malformed' }]);
    expect(server.requests()).toBeLessThan(20);
  });

  test('[L13] for another reason moves nothing to the tray', async () => {
    const replica = await aTablet(3);
    const refused = err({ type: 'refused' as const, status: 403, code: 'wrong-origin' });
    expect(await syncOnce(port(replica), { sync: async () => refused })).toEqual(refused);
    expect(replica.outbox()).toHaveLength(3);
    expect(replica.refused()).toEqual([]);
  });
});

test('[S30] a push goes without its hashes, and with them where the server asks', async () => {
  const replica = await aTablet(2);
  const server = aServer('');
  const seen: boolean[] = [];
  const sync = async (request: SyncRequest) => {
    seen.push(request.batch?.hashes !== undefined);
    return seen.length === 1 ? err({ type: 'refused' as const, status: 422, code: 'hashes-wanted' }) : server.sync(request);
  };
  expect(await syncOnce(port(replica), { sync })).toEqual(ok(undefined));
  expect(seen).toEqual([false, true]);
  expect(replica.outbox()).toEqual([]);
});

test('[L13] a push carries no more commands than the server takes', async () => {
  const replica = await aTablet(0);
  for (let i = 0; i < 60; i++) {
    const agency = i === 0 ? AGENCY : anId();
    await replica.seal([{ scope: agencyScope(agency), entity: 'agency', entityId: agency, set: { name: 'X' } }], { command: { type: 'create-agency', agency } });
  }
  expect(nextBatch(replica.outbox(), 5_000)).toHaveLength(50);
});
