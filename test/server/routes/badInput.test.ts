import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import * as v from 'valibot';
import { newUuid } from '#core/ids.ts';
import { OP_VERSION, sealOp, type Op } from '#core/op/op.ts';
import { visitScope } from '#core/op/scope.ts';
import { MAX_TEXT_CHARS } from '#core/op/fieldType.ts';
import { syncAnswer, type SyncRequest } from '#core/protocol/wire.ts';
import { observation, type TestTablet } from '#test/server/builders/serverWorld.ts';
import { testApp, type TestApp } from '#test/server/builders/testApp.ts';

type Caller = Awaited<ReturnType<TestApp['signIn']>>;

/** One tablet that sends what it must not, and then something good: the bad is answered, and changes nothing. */
describe('bad input', () => {
  let app: TestApp;
  let dale: Caller;
  let tablet: TestTablet;
  beforeAll(async () => {
    app = await testApp();
    dale = await app.signIn('dale');
    tablet = await app.world.tablet('dale');
  });

  const note = (text = 'Puerta sin candado'): Op => tablet.seal(observation(app.world.visit1, newUuid(app.world.ids), text));
  /** Signed by the tablet, as a bug of its own would send it. */
  const changed = (over: Partial<Op>): Op => sealOp({ ...note(), ...over });
  const send = (request: SyncRequest | string | Buffer, headers = {}) => dale({ method: 'POST', url: '/api/sync', payload: request, headers: { 'content-type': 'application/json', ...headers } });
  const resultsOf = async (ops: readonly Op[]) => {
    const answer = await send(tablet.request(ops));
    expect(answer.statusCode, answer.body).toBe(200);
    return v.parse(syncAnswer, answer.json()).results.map((result) => (result.status === 'refused' ? `${result.reason}${result.field === undefined ? '' : ` ${result.field}`}` : result.status));
  };
  const stored = async (): Promise<number> => (await app.world.store.transaction((tx) => tx.ops.opsAfter(visitScope(app.world.visit1), 0, 100_000))).length;
  /** Refused whole, nothing of it stored, and the next good push goes through. */
  const expectRefused = async (request: SyncRequest | string | Buffer, status: number, headers = {}): Promise<void> => {
    const before = await stored();
    const answer = await send(request, headers);
    expect([answer.statusCode, Object.keys(answer.json<object>()).sort()]).toEqual([status, ['code', 'message']]);
    expect(await stored()).toBe(before);
    expect(await resultsOf([note()])).toEqual(['ok']);
  };

  test('[S3] an op that says something else than was hashed is refused alone', async () => {
    const [good, bad] = [note(), note()];
    const request = tablet.request([bad, good]);
    const ops = request.ops.map((op) => (op.id === bad.id ? { ...op, set: { text: 'otra cosa' } } : op));
    const answer = await send({ ...request, ops });
    expect(v.parse(syncAnswer, answer.json()).results.map(({ status }) => status)).toEqual(['refused', 'ok']);
  });

  test('[S5] [P7] a scope of others, a scope that is none, and one that does not exist are refused one by one', async () => {
    const foreign = changed({ scope: visitScope(app.world.visit2) });
    const nowhere = changed({ scope: visitScope(newUuid(app.world.ids)) });
    const none = changed({ scope: 'visit:everything' });
    expect(await resultsOf([foreign, nowhere, none, note()])).toEqual(['no-grant', 'no-grant', 'unknown-scope', 'ok']);
  });

  test('[S6] [P6] an op of a version to come, or with a field, a record or a word to come, is held', async () => {
    const held = [changed({ v: OP_VERSION + 1 }), changed({ v: Number.MAX_SAFE_INTEGER }), changed({ set: { loudness: 3 } }), changed({ entity: 'drone' }), changed({ set: { outcome: 'perhaps' } })];
    expect(await resultsOf(held)).toEqual(held.map(() => 'held'));
  });

  test('[M1] clocks that are years off, and counters at their end, change nothing but what is shown', async () => {
    const times = ['1970-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', '0001-01-01T00:00:00.000Z'];
    expect(await resultsOf(times.map((at) => changed({ at, skewMs: Number.MIN_SAFE_INTEGER })))).toEqual(['ok', 'ok', 'ok']);
    expect(await resultsOf([changed({ lamport: Number.MAX_SAFE_INTEGER }), changed({ n: Number.MAX_SAFE_INTEGER })])).toEqual(['ok', 'ok']);
    expect(await resultsOf([note()])).toEqual(['ok']);
  });

  test.each([['no time at all', { at: 'ayer' }], ['a fraction of an op', { n: 0.5 }], ['less than nothing', { lamport: -1 }], ['no salt', { salt: '' }]])('[S24] %s is malformed, and nothing of the request is taken', async (_what, over) => {
    const [good, bad] = [note(), note()];
    const request = tablet.request([good, bad]);
    await expectRefused({ ...request, ops: request.ops.map((op) => (op.id === bad.id ? { ...op, ...over } : op)) }, 400);
  });

  test('[S5] a text that no screen would write is refused and kept, and its neighbour is stored', async () => {
    expect(await resultsOf([note('a'.repeat(MAX_TEXT_CHARS + 1)), note('ñ'.repeat(MAX_TEXT_CHARS))])).toEqual(['invalid-value text', 'ok']);
    const quarantined = await app.world.store.transaction((tx) => tx.ops.quarantined());
    expect(quarantined.some(({ body }) => body.includes('a'.repeat(MAX_TEXT_CHARS + 1)))).toBe(true);
  });

  test('[S24] a value of 10 MB is too large', async () => {
    const request = tablet.request([note('x'.repeat(10_000_000))]);
    await expectRefused(request, 413);
    await expectRefused(gzipSync(JSON.stringify(request)), 413, { 'content-encoding': 'gzip' });
  });

  test('[S24] 100,000 ops in one request are too many, however well they compress', async () => {
    const request = tablet.request([note()]);
    const [one] = request.ops;
    const ops = `[${Array.from({ length: 100_000 }, () => JSON.stringify(one)).join(',')}]`;
    const body = JSON.stringify({ ...request, ops: [] }).replace('"ops":[]', `"ops":${ops}`);
    await expectRefused(gzipSync(body), 413, { 'content-encoding': 'gzip' });
    await expectRefused(`{"ops":[${'0,'.repeat(99_999)}0],"commands":[],"cursors":{},"epoch":""}`, 413);
  });

  test('[S24] 1 GB of nothing in 1 MB of gzip is too large, and does not cost the memory of it', async () => {
    const block = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '));
    // Gzip of gzips in a row is what they say in a row.
    const bomb = Buffer.concat(Array.from({ length: 16 }, () => block));
    const before = process.memoryUsage().rss;
    await expectRefused(bomb, 413, { 'content-encoding': 'gzip' });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  test('[S24] a hundred thousand brackets are malformed, and exhaust no stack', async () => {
    const request = JSON.stringify(tablet.request([note('AQUÍ')]));
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    await expectRefused(request.replace('"AQUÍ"', deep), 400);
    await expectRefused(deep, 400);
  });

  test('[S24] names that mean something to JavaScript are names', async () => {
    const request = tablet.request([note()]);
    const body = JSON.stringify(request);
    await expectRefused(body.replace('"set":{', '"__proto__":{"admin":true},"set":{'), 400);
    await expectRefused(body.replace('"set":{', '"set":{"__proto__":{"text":"x"},'), 400);
    expect(await resultsOf([changed({ set: { constructor: 'x' } }), changed({ set: { toString: 'x' }, entityId: '__proto__' })])).toEqual(['held', 'wrong-key']);
  });

  test('[S24] a text with a zero or half a letter in it comes back as it was, or is refused: it stops nobody', async () => {
    const odd = ['a\u0000b', 'a\ud800b', '\u202eal revés', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'].map((text) => note(text));
    const results = await resultsOf(odd);
    expect(results.every((status) => ['ok', 'invalid-value text'].includes(status)), results.join()).toBe(true);
    const answer = v.parse(syncAnswer, (await send({ ...tablet.request([]), epoch: '' })).json());
    const texts = answer.pages.flatMap(({ ops }) => ops).map(({ set }) => set['text']);
    results.forEach((status, at) => {
      if (status === 'ok') expect(texts).toContain(odd[at]?.set['text']);
    });
  });
});
