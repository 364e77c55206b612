import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { newUuid } from '#core/ids.ts';
import { agencyScope, visitScope } from '#core/op/scope.ts';
import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import { openSqliteStore } from '#server/store/sqliteStore.ts';
import { testApp, type TestApp } from '#test/server/builders/testApp.ts';

type Caller = Awaited<ReturnType<TestApp['signIn']>>;

const bytesOf = (text: string): Buffer => Buffer.from(text);
const hashOf = (...chunks: readonly Buffer[]): string => createHash('sha256').update(Buffer.concat(chunks)).digest('hex');
const PHOTO = [Buffer.alloc(CHUNK_BYTES, 'first half, '), bytesOf('second half')] as const;
const SHA = hashOf(...PHOTO);

const put = (caller: Caller, scope: string, sha256: string, index: number, total: number, payload: Buffer, type = 'application/octet-stream') =>
  caller({ method: 'PUT', url: `/api/files/${encodeURIComponent(scope)}/${sha256}/chunks/${index}?total=${total}`, payload, headers: { 'content-type': type } });
const status = (caller: Caller, scope: string, sha256: string) => caller({ url: `/api/files/${encodeURIComponent(scope)}/${sha256}` });
const content = (caller: Caller, scope: string, sha256: string) => caller({ url: `/api/files/${encodeURIComponent(scope)}/${sha256}/content` });

describe.each([['memory', async () => undefined], ['SQLite', () => openSqliteStore(':memory:', 0)]])('files, on %s', (_name, store) => {
  test('[S20] an upload that stopped goes on where it stopped, in any order, each chunk as often as the network likes', async () => {
    const app = await testApp(await store());
    const [dale, marta] = [await app.signIn('dale'), await app.signIn('marta')];
    const scope = visitScope(app.world.visit1);
    expect((await status(dale, scope, SHA)).json()).toEqual({ chunks: [], verified: false });
    expect((await put(dale, scope, SHA, 1, 2, PHOTO[1])).json()).toEqual({ chunks: [1], verified: false });
    expect((await put(dale, scope, SHA, 1, 2, PHOTO[1])).json()).toEqual({ chunks: [1], verified: false });
    expect((await content(dale, scope, SHA)).statusCode).toBe(404);
    expect((await status(marta, scope, SHA)).json()).toEqual({ chunks: [1], verified: false });
    expect((await put(marta, scope, SHA, 0, 2, PHOTO[0])).json()).toEqual({ chunks: [0, 1], verified: true });
    expect((await put(dale, scope, SHA, 0, 2, Buffer.alloc(CHUNK_BYTES, 'other bytes'))).json()).toEqual({ chunks: [0, 1], verified: true });
    const got = await content(dale, scope, SHA);
    expect(hashOf(got.rawPayload)).toBe(SHA);
    expect(got.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-length': String(CHUNK_BYTES + 11) });
  });

  test('[S20] bytes that are not what their name says are dropped and can be sent anew', async () => {
    const app = await testApp(await store());
    const dale = await app.signIn('dale');
    const scope = visitScope(app.world.visit1);
    await put(dale, scope, SHA, 0, 2, Buffer.alloc(CHUNK_BYTES, 'flipped half, '));
    const refused = await put(dale, scope, SHA, 1, 2, PHOTO[1]);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'hash-mismatch']);
    expect((await status(dale, scope, SHA)).json()).toEqual({ chunks: [], verified: false });
    await put(dale, scope, SHA, 0, 2, PHOTO[0]);
    expect((await put(dale, scope, SHA, 1, 2, PHOTO[1])).json().verified).toBe(true);
  });

  test('[S20] an upload begun with other chunk sizes is begun anew', async () => {
    const app = await testApp(await store());
    const dale = await app.signIn('dale');
    const scope = visitScope(app.world.visit1);
    await put(dale, scope, SHA, 2, 3, bytesOf('x'));
    expect((await put(dale, scope, SHA, 0, 2, PHOTO[0])).json()).toEqual({ chunks: [0], verified: false });
    expect((await put(dale, scope, SHA, 1, 2, PHOTO[1])).json()).toEqual({ chunks: [0, 1], verified: true });
  });

  test('[S17] a shared photo opens to the manager of the agency, with no byte sent twice, and to nobody else', async () => {
    const app = await testApp(await store());
    const { world } = app;
    const [marta, lucia, oscar] = [await app.signIn('marta'), await app.signIn('lucia'), await app.signIn('oscar')];
    const visit = visitScope(world.visit1);
    const agency = agencyScope(world.agency1);
    for (const index of [0, 1] as const) await put(marta, visit, SHA, index, 2, PHOTO[index]);
    expect((await content(lucia, agency, SHA)).statusCode).toBe(404);
    const tablet = await world.tablet('marta');
    await tablet.write({ scope: agency, entity: 'sharedPhoto', entityId: newUuid(world.ids), set: { workingFile: SHA, source: visit } });
    expect(hashOf((await content(lucia, agency, SHA)).rawPayload)).toBe(SHA);
    expect((await status(lucia, agency, SHA)).json().verified).toBe(true);
    expect((await content(lucia, visit, SHA)).statusCode).toBe(404);
    for (const scope of [agency, visit, agencyScope(world.agency2), visitScope(world.visit2)]) {
      expect((await content(oscar, scope, SHA)).statusCode).toBe(404);
    }
  });
});

test('[S19] who may read may not always write: managers in their agency, teams in their visit, and no others', async () => {
  const app = await testApp();
  const { world } = app;
  const [agency1, agency2, visit1] = [agencyScope(world.agency1), agencyScope(world.agency2), visitScope(world.visit1)];
  const allowed: Record<string, readonly number[]> = {};
  for (const name of ['marta', 'dale', 'lucia', 'nuria', 'oscar'] as const) {
    const caller = await app.signIn(name);
    const answers = [];
    for (const scope of [agency1, visit1, agency2]) answers.push((await put(caller, scope, hashOf(bytesOf(name)), 0, 1, bytesOf(name))).statusCode);
    allowed[name] = answers;
  }
  expect(allowed).toEqual({ marta: [200, 200, 404], dale: [403, 200, 404], lucia: [200, 404, 404], nuria: [404, 404, 200], oscar: [404, 404, 200] });
});

test('[S19] knowing the hash of another’s file opens nothing, not by asking nor by sending nothing', async () => {
  const app = await testApp();
  const { world } = app;
  const [dale, oscar] = [await app.signIn('dale'), await app.signIn('oscar')];
  for (const index of [0, 1] as const) await put(dale, visitScope(world.visit1), SHA, index, 2, PHOTO[index]);
  for (const scope of [visitScope(world.visit1), agencyScope(world.agency1), agencyScope(world.agency2)]) {
    const answer = await content(oscar, scope, SHA);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('half');
  }
  expect((await status(oscar, agencyScope(world.agency2), SHA)).json()).toEqual({ chunks: [], verified: false });
  const unknown = (await status(oscar, visitScope(newUuid(world.ids)), SHA)).json();
  expect((await status(oscar, visitScope(world.visit1), SHA)).json()).toEqual(unknown);
});

test('[U1] what is no chunk is refused, each for its reason, and nothing of it is kept', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  const scope = visitScope(app.world.visit1);
  const answers = {
    'over 40 MiB': await put(dale, scope, SHA, 0, 41, PHOTO[0]),
    'no total': await dale({ method: 'PUT', url: `/api/files/${scope}/${SHA}/chunks/0`, payload: PHOTO[0], headers: { 'content-type': 'application/octet-stream' } }),
    'beyond the total': await put(dale, scope, SHA, 2, 2, PHOTO[0]),
    'empty': await put(dale, scope, SHA, 0, 1, Buffer.alloc(0)),
    'shorter than a chunk, and not the last': await put(dale, scope, SHA, 0, 2, PHOTO[1]),
    'longer than a chunk': await put(dale, scope, SHA, 0, 1, Buffer.alloc(CHUNK_BYTES + 1)),
    'not the bytes of its name': await put(dale, scope, SHA, 0, 1, PHOTO[1]),
    'of a content type of its own': await put(dale, scope, SHA, 0, 1, PHOTO[0], 'image/jpeg'),
    'under no hash': await put(dale, scope, SHA.toUpperCase(), 0, 1, PHOTO[0]),
  };
  expect(Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, [answer.statusCode, answer.json().code]]))).toEqual({
    'over 40 MiB': [400, 'malformed'],
    'no total': [400, 'malformed'],
    'beyond the total': [400, 'chunk-out-of-range'],
    'empty': [400, 'empty'],
    'shorter than a chunk, and not the last': [422, 'wrong-length'],
    'longer than a chunk': [413, 'too-large'],
    'not the bytes of its name': [422, 'hash-mismatch'],
    'of a content type of its own': [415, 'unsupported-media-type'],
    'under no hash': [404, 'not-found'],
  });
  expect((await status(dale, scope, SHA)).json()).toEqual({ chunks: [], verified: false });
  expect((await put(dale, scope, SHA, 0, 2, PHOTO[0])).statusCode).toBe(200);
});

test('[U2] a program, a web archive or a document with macros is not kept, in one chunk or in many, whatever it is called', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  const scope = visitScope(app.world.visit1);
  const program = Buffer.concat([Buffer.from([0x4d, 0x5a, 0x90, 0x00]), Buffer.alloc(CHUNK_BYTES)]);
  const sha = hashOf(program);
  await put(dale, scope, sha, 0, 2, program.subarray(0, CHUNK_BYTES));
  const refused = await put(dale, scope, sha, 1, 2, program.subarray(CHUNK_BYTES));
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'file-kind']);
  const short = program.subarray(0, 900);
  expect((await put(dale, scope, hashOf(short), 0, 1, short)).json().code).toBe('file-kind');
  for (const one of [sha, hashOf(short)]) expect((await status(dale, scope, one)).json()).toEqual({ chunks: [], verified: false });
});

test('[U4] one question tells of many files what is there, and nothing of what belongs to others', async () => {
  const app = await testApp();
  const { world } = app;
  const [dale, nuria] = [await app.signIn('dale'), await app.signIn('nuria')];
  const [visit1, visit2] = [visitScope(world.visit1), visitScope(world.visit2)];
  const note = bytesOf('nota');
  await put(dale, visit1, SHA, 1, 2, PHOTO[1]);
  for (const [caller, scope] of [[dale, visit1], [nuria, visit2]] as const) await put(caller, scope, hashOf(note), 0, 1, note);
  const ask = (files: readonly { scope: string; sha256: string }[]) => dale({ method: 'POST', url: '/api/files/status', payload: { files } });
  const names = [visit1, visit2].flatMap((scope) => [SHA, hashOf(note), hashOf(bytesOf('unknown'))].map((sha256) => ({ scope, sha256 })));
  const { files } = (await ask(names)).json<{ files: readonly { sha256: string }[] }>();
  expect(files).toHaveLength(2);
  expect(files).toEqual(expect.arrayContaining([
    { scope: visit1, sha256: SHA, chunks: [1], verified: false },
    { scope: visit1, sha256: hashOf(note), chunks: [0], verified: true },
  ]));
  expect((await ask([{ scope: 'everything', sha256: SHA }])).statusCode).toBe(400);
});

test('[U3] chunks sent at once, twice each, make one verified file', async () => {
  const app = await testApp();
  const dale = await app.signIn('dale');
  const scope = visitScope(app.world.visit1);
  const answers = await Promise.all([0, 1, 0, 1].map((index) => put(dale, scope, SHA, index, 2, PHOTO[index] ?? PHOTO[0])));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
  expect(hashOf((await content(dale, scope, SHA)).rawPayload)).toBe(SHA);
});
