import { expect, test } from 'vitest';
import type { Api } from '#client/sync/api.ts';
import { postponedFor } from '#client/sync/postponed.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { uploadFiles } from '#client/sync/uploadFiles.ts';
import { CHUNK_BYTES } from '#core/protocol/wire.ts';
import { err, ok } from '#core/result.ts';
import { VISIT_SCOPE } from '#test/builders/opBuilder.ts';
import { smallVault } from './smallVault.ts';

type FileApi = Pick<Api, 'fileStatus' | 'putChunk'>;

const aFile = (sha256: string, sizeBytes: number) => ({ scope: VISIT_SCOPE, sha256, bytes: new Uint8Array(sizeBytes) });
const all = (): boolean => true;
const newly = () => postponedFor(1_000, () => 0);

/** A server that keeps chunks; `deny` answers instead of it. */
function aServer(deny: (sha256: string, index: number | undefined) => ApiFailure | undefined = () => undefined) {
  const chunks = new Map<string, Set<number>>();
  const asked: string[] = [];
  const api: FileApi = {
    fileStatus: async (_, sha256) => {
      const no = deny(sha256, undefined);
      return no ? err(no) : ok({ chunks: [...(chunks.get(sha256) ?? [])], verified: false });
    },
    putChunk: async (_, sha256, index, total, bytes) => {
      const no = deny(sha256, index);
      if (no) return err(no);
      asked.push(`${sha256} ${index + 1}/${total} ${bytes.length}`);
      const here = chunks.get(sha256) ?? new Set();
      chunks.set(sha256, here.add(index));
      return ok({ chunks: [...here], verified: here.size === total });
    },
  };
  return { api, asked };
}

test('small files go first, and a long one in pieces of which the last is as long as what is left', async () => {
  const vault = smallVault([aFile('working', 2 * CHUNK_BYTES + 7), aFile('thumb', 20)]);
  const { api, asked } = aServer();
  expect(await uploadFiles(vault, api, all, newly())).toEqual(ok(undefined));
  expect(asked).toEqual(['thumb 1/1 20', `working 1/3 ${CHUNK_BYTES}`, `working 2/3 ${CHUNK_BYTES}`, 'working 3/3 7']);
  expect(await vault.waiting()).toEqual([]);
});

test('pieces that arrived before the network went are not sent again', async () => {
  const vault = smallVault([aFile('working', 2 * CHUNK_BYTES + 7)]);
  let gone = true;
  const { api, asked } = aServer((_, index) => (gone && index === 1 ? { type: 'unreachable' } : undefined));
  expect(await uploadFiles(vault, api, all, newly())).toEqual(err({ type: 'unreachable' }));
  expect(await vault.waiting()).toHaveLength(1);
  gone = false;
  expect(await uploadFiles(vault, api, all, newly())).toEqual(ok(undefined));
  expect(asked).toEqual([`working 1/3 ${CHUNK_BYTES}`, `working 2/3 ${CHUNK_BYTES}`, 'working 3/3 7']);
  expect(await vault.waiting()).toEqual([]);
});

test('a file that the server has already is not sent, and waits no longer', async () => {
  const vault = smallVault([aFile('thumb', 20)]);
  const { api, asked } = aServer();
  await uploadFiles(vault, { ...api, fileStatus: async () => ok({ chunks: [0], verified: true }) }, all, newly());
  expect(asked).toEqual([]);
  expect(await vault.waiting()).toEqual([]);
});

test('a file that the server refuses stays here, is left alone for a while, and does not hold up the others', async () => {
  const vault = smallVault([aFile('refused', 10), aFile('thumb', 20)]);
  let questions = 0;
  const { api, asked } = aServer((sha256) => {
    if (sha256 !== 'refused') return undefined;
    questions += 1;
    return { type: 'refused', status: 403, code: 'no-grant' };
  });
  let nowMs = 0;
  const postponed = postponedFor(1_000, () => nowMs);
  expect(await uploadFiles(vault, api, all, postponed)).toEqual(ok(undefined));
  await uploadFiles(vault, api, all, postponed);
  expect(asked).toEqual(['thumb 1/1 20']);
  expect((await vault.waiting()).map(({ sha256 }) => sha256)).toEqual(['refused']);
  expect(questions).toBe(1);
  nowMs = 1_001;
  await uploadFiles(vault, api, all, postponed);
  expect(questions).toBe(2);
});

test('of a visit that the person may no longer read, nothing is sent and nothing is thrown away', async () => {
  const vault = smallVault([aFile('thumb', 20)]);
  const { api, asked } = aServer();
  expect(await uploadFiles(vault, api, () => false, newly())).toEqual(ok(undefined));
  expect(asked).toEqual([]);
  expect(await vault.waiting()).toHaveLength(1);
});

test('a failing server, a portal or too many requests end the round with everything still waiting', async () => {
  const failures: readonly ApiFailure[] = [{ type: 'server', status: 500 }, { type: 'captive-portal' }, { type: 'too-many', retryAfterSeconds: 30 }, { type: 'unauthorized', code: 'x' }];
  for (const failure of failures) {
    const vault = smallVault([aFile('thumb', 20), aFile('working', 30)]);
    const { api, asked } = aServer(() => failure);
    expect(await uploadFiles(vault, api, all, newly())).toEqual(err(failure));
    expect(asked).toEqual([]);
    expect(await vault.waiting()).toHaveLength(2);
  }
});

test('a server that has every piece and does not vouch for the whole leaves the file waiting', async () => {
  const vault = smallVault([aFile('thumb', 20)]);
  const { api } = aServer();
  await uploadFiles(vault, { ...api, putChunk: async () => ok({ chunks: [0], verified: false }) }, all, newly());
  expect(await vault.waiting()).toHaveLength(1);
});
