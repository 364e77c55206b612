import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { fileKey, forgetFileStates, useFileProgress, type FileState } from '#client/sync/fileProgress.ts';
import { postponedFor } from '#client/sync/postponed.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { uploadFiles, type UploadPort } from '#client/sync/uploadFiles.ts';
import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import { err, ok } from '#core/result.ts';
import { VISIT_SCOPE } from '#test/builders/opBuilder.ts';
import { smallVault, type SmallVault } from './smallVault.ts';

type FileApi = UploadPort['api'];

const aFile = (sha256: string, sizeBytes: number) => ({ scope: VISIT_SCOPE, sha256, bytes: new Uint8Array(sizeBytes) });
const stateOf = (sha256: string): FileState | undefined => useFileProgress.getState().states.get(fileKey({ scope: VISIT_SCOPE, sha256 }));

beforeEach(forgetFileStates);

function upload(files: SmallVault, api: FileApi, more: Partial<UploadPort> = {}) {
  return uploadFiles({ files, api, granted: () => true, postponed: postponedFor(1_000, () => 0), largeFilesWait: () => false, isWanted: () => false, onMarked: () => undefined, ...more });
}

/** A server that keeps chunks; `deny` answers instead of it. */
function aServer(deny: (sha256: string, index: number) => ApiFailure | undefined = () => undefined) {
  const chunks = new Map<string, Set<number>>();
  const verified = new Set<string>();
  const asked: string[] = [];
  let questions = 0;
  let open = 0;
  let mostOpen = 0;
  const api: FileApi = {
    filesStatus: async (names) => {
      questions += 1;
      return ok({ files: names.filter(({ sha256 }) => chunks.has(sha256)).map((name) => ({ ...name, chunks: [...(chunks.get(name.sha256) ?? [])], verified: verified.has(name.sha256) })) });
    },
    putChunk: async ({ sha256, index, total, bytes }) => {
      mostOpen = Math.max(mostOpen, ++open);
      await Promise.resolve();
      open -= 1;
      const no = deny(sha256, index);
      if (no) return err(no);
      asked.push(`${sha256} ${index + 1}/${total} ${bytes.length}`);
      const here = chunks.get(sha256) ?? new Set();
      chunks.set(sha256, here.add(index));
      if (here.size === total) verified.add(sha256);
      return ok({ chunks: [...here], verified: verified.has(sha256) });
    },
  };
  return { api, asked, chunks, verified, questions: () => questions, mostOpen: () => mostOpen };
}

test('[U6] small files go first, and a long one in pieces of which the last is as long as what is left', async () => {
  const vault = smallVault([aFile('working', 2 * CHUNK_BYTES + 7), aFile('thumb', 20)]);
  const { api, asked } = aServer();
  expect(await upload(vault, api)).toEqual(ok(undefined));
  expect(asked).toEqual(['thumb 1/1 20', `working 1/3 ${CHUNK_BYTES}`, `working 2/3 ${CHUNK_BYTES}`, 'working 3/3 7']);
  expect(await vault.waiting()).toEqual([]);
});

test('[U6] forty photos go four at a time after one question, not one for each', async () => {
  const vault = smallVault(Array.from({ length: 40 }, (_, at) => aFile(`photo ${at}`, 20 + at)));
  const server = aServer();
  await upload(vault, server.api);
  expect(server.asked).toHaveLength(40);
  expect([server.mostOpen(), server.questions()]).toEqual([4, 1]);
  expect(await vault.waiting()).toEqual([]);
});

test('[U5] pieces that arrived before the network went are not sent again, wherever it went', async () => {
  await fc.assert(fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }), async (chunks, goesAfter) => {
    const vault = smallVault([aFile('working', (chunks - 1) * CHUNK_BYTES + 7), aFile('thumb', 20)]);
    let left = goesAfter;
    const server = aServer(() => (left-- > 0 ? undefined : { type: 'unreachable' }));
    const first = await upload(vault, server.api);
    expect(first.ok).toBe(goesAfter > chunks);
    left = Infinity;
    expect(await upload(vault, server.api)).toEqual(ok(undefined));
    expect(server.asked).toHaveLength(chunks + 1);
    expect(await vault.waiting()).toEqual([]);
  }), { numRuns: 30 });
});

test('[U5] a file that the server has already is not sent, and waits no longer', async () => {
  const vault = smallVault([aFile('thumb', 20)]);
  const server = aServer();
  server.chunks.set('thumb', new Set([0]));
  server.verified.add('thumb');
  await upload(vault, server.api);
  expect(server.asked).toEqual([]);
  expect(await vault.waiting()).toEqual([]);
});

test('[U5] a server that was killed with every piece in hand and nothing judged gets the last one again, and no more', async () => {
  const vault = smallVault([aFile('working', 2 * CHUNK_BYTES + 7)]);
  const server = aServer();
  server.chunks.set('working', new Set([0, 1, 2]));
  await upload(vault, server.api);
  expect(server.asked).toEqual(['working 3/3 7']);
  expect(await vault.waiting()).toEqual([]);
});

test('a file that the server refuses stays here, is left alone for a while, and does not hold up the others', async () => {
  const vault = smallVault([aFile('refused', 10), aFile('thumb', 20)]);
  let tries = 0;
  const { api, asked } = aServer((sha256) => {
    if (sha256 !== 'refused') return undefined;
    tries += 1;
    return { type: 'refused', status: 403, code: 'not-allowed' };
  });
  let nowMs = 0;
  const postponed = postponedFor(1_000, () => nowMs);
  expect(await upload(vault, api, { postponed })).toEqual(ok(undefined));
  await upload(vault, api, { postponed });
  expect(asked).toEqual(['thumb 1/1 20']);
  expect((await vault.waiting()).map(({ sha256 }) => sha256)).toEqual(['refused']);
  expect(stateOf('refused')).toEqual({ kind: 'refused', code: 'not-allowed' });
  expect(tries).toBe(1);
  nowMs = 1_001;
  await upload(vault, api, { postponed });
  expect(tries).toBe(2);
});

test('[U2] a kind of file that the server does not keep stays here and is not sent again and again on prepaid data', async () => {
  const vault = smallVault([aFile('program', 10)]);
  let tries = 0;
  const { api } = aServer(() => {
    tries += 1;
    return { type: 'refused', status: 422, code: 'file-kind' };
  });
  let nowMs = 0;
  const postponed = postponedFor(1_000, () => nowMs);
  for (nowMs of [0, 5_000, 86_400_000]) await upload(vault, api, { postponed });
  expect(tries).toBe(1);
  expect(stateOf('program')).toEqual({ kind: 'refused', code: 'file-kind' });
  expect(await vault.waiting()).toHaveLength(1);
});

test('[U6] somebody who writes while a long file goes up waits for no more than the chunks under way, and the file goes on afterwards', async () => {
  const vault = smallVault([aFile('recording', 12 * CHUNK_BYTES)]);
  const server = aServer();
  expect(await upload(vault, server.api, { isWanted: () => server.asked.length > 0 })).toEqual(ok(undefined));
  expect(server.asked.length).toBeLessThanOrEqual(4);
  expect(stateOf('recording')).toEqual({ kind: 'waiting' });
  await upload(vault, server.api);
  expect(server.asked).toHaveLength(12);
  expect(await vault.waiting()).toEqual([]);
});

test('[U7] on mobile data a large file waits for Wi-Fi and says so, while small ones go; on Wi-Fi it goes', async () => {
  const vault = smallVault([aFile('recording', CHUNK_BYTES + 1), aFile('thumb', 20), aFile('one chunk', CHUNK_BYTES)]);
  const server = aServer();
  await upload(vault, server.api, { largeFilesWait: () => true });
  expect(server.asked).toEqual(['thumb 1/1 20', `one chunk 1/1 ${CHUNK_BYTES}`]);
  expect(stateOf('recording')).toEqual({ kind: 'waiting-for-wifi' });
  await upload(vault, server.api);
  expect(stateOf('recording')).toEqual({ kind: 'on-server' });
  expect(await vault.waiting()).toEqual([]);
});

test('how far a file is can be seen in percent, and after a cut it waits again', async () => {
  const vault = smallVault([aFile('working', 4 * CHUNK_BYTES)]);
  const seen: (FileState | undefined)[] = [];
  const leave = useFileProgress.subscribe(() => seen.push(stateOf('working')));
  const server = aServer((_, index) => (index === 3 ? { type: 'unreachable' } : undefined));
  await upload(vault, { ...server.api, putChunk: async (chunk, onSent) => {
    if (chunk.index === 0) onSent(CHUNK_BYTES / 2);
    return server.api.putChunk(chunk, onSent);
  } });
  leave();
  expect(seen).toContainEqual({ kind: 'sending', percent: 12 });
  expect(seen).toContainEqual({ kind: 'sending', percent: 75 });
  expect(stateOf('working')).toEqual({ kind: 'waiting' });
});

test('of a visit that the person may no longer read, nothing is sent and nothing is thrown away', async () => {
  const vault = smallVault([aFile('thumb', 20)]);
  const { api, asked } = aServer();
  expect(await upload(vault, api, { granted: () => false })).toEqual(ok(undefined));
  expect(asked).toEqual([]);
  expect(await vault.waiting()).toHaveLength(1);
});

test('a failing server, a portal or too many requests end the round with everything still waiting', async () => {
  const failures: readonly ApiFailure[] = [{ type: 'server', status: 500 }, { type: 'captive-portal' }, { type: 'too-many', retryAfterSeconds: 30 }, { type: 'unauthorized', code: 'x' }];
  for (const failure of failures) {
    const vault = smallVault([aFile('thumb', 20), aFile('working', 30)]);
    const { api, asked } = aServer(() => failure);
    expect(await upload(vault, api)).toEqual(err(failure));
    expect(await upload(vault, { ...api, filesStatus: async () => err(failure) })).toEqual(err(failure));
    expect(asked).toEqual([]);
    expect(await vault.waiting()).toHaveLength(2);
  }
});

test('a server that has every piece and does not vouch for the whole leaves the file waiting', async () => {
  const vault = smallVault([aFile('thumb', 20)]);
  const { api } = aServer();
  await upload(vault, { ...api, putChunk: async () => ok({ chunks: [0], verified: false }) });
  expect(await vault.waiting()).toHaveLength(1);
});
