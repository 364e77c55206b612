import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sha256OfBytes } from '#core/bytes.ts';
import type { Erase, SyncAnswer, SyncRequest } from '#core/protocol/wire.ts';
import { err, ok } from '#core/result.ts';
import type { Api } from '#client/sync/api.ts';
import { startSync } from '#client/sync/syncEngine.ts';
import { anUnlocked, noted, SCOPE } from '#test/client/storage/anUnlocked.ts';
import { anId } from '#test/builders/opBuilder.ts';
import { NO_LIVE, NO_SERVER } from './noServer.ts';

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
});
afterEach(() => vi.unstubAllGlobals());

const nothingNew: SyncAnswer = { epoch: 'e1', serverTimeMs: 0, results: [], scopes: [{ scope: SCOPE, roles: ['team_leader'] }], pages: [], more: false };

/** Marta's tablet with a note and a photo that nobody has yet, and a server that was told to withdraw it. */
async function aWithdrawnTablet(erase: Erase, server: Partial<Api> = {}) {
  const { unlocked } = await anUnlocked();
  await unlocked.replica.receive(nothingNew);
  await unlocked.workspace.seal(noted(anId(), 'sin enviar'));
  const photo = new Uint8Array([1, 2, 3]);
  await unlocked.files.store(SCOPE, sha256OfBytes(photo), photo, 'waiting');
  const requests: SyncRequest[] = [];
  const erased: Erase[] = [];
  const api: Api = {
    ...NO_SERVER,
    registerDevice: async () => err({ type: 'refused', status: 403, code: 'revoked' }),
    sync: async (request) => {
      requests.push(request);
      return ok({ ...nothingNew, erase, results: request.ops.map(({ id }) => (erase === 'at-once' ? { id, status: 'refused', reason: 'device-revoked' } : { id, status: 'ok' })) });
    },
    filesStatus: async () => ok({ files: [] }),
    putChunk: async () => ok({ chunks: [0], verified: true }),
    ...server,
  };
  const engine = startSync(unlocked, api, NO_LIVE, (how) => erased.push(how));
  return { unlocked, engine, requests, erased };
}

test('[L19] a tablet that was withdrawn sends its notes and its photos, says that nothing is left, and only then erases', async () => {
  const { unlocked, engine, requests, erased } = await aWithdrawnTablet('after-sending');
  await engine.now();
  expect(unlocked.replica.outbox()).toEqual([]);
  expect(await unlocked.files.waiting()).toEqual([]);
  expect(requests.some(({ ops }) => ops.length === 1)).toBe(true);
  expect(requests.at(-1)?.waiting).toEqual({ ops: 0, files: 0 });
  expect(new Set(erased)).toEqual(new Set(['after-sending']));
  engine.stop();
});

test('[L19] without a network for its photos it does not erase', async () => {
  const { engine, erased } = await aWithdrawnTablet('after-sending', { filesStatus: async () => err({ type: 'unreachable' }) });
  await engine.now();
  expect(erased).toEqual([]);
  engine.stop();
});

test('[L19] a photo that the server refuses is tried in several rounds before the tablet gives it up', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { unlocked, engine, erased } = await aWithdrawnTablet('after-sending', { putChunk: async () => err({ type: 'refused', status: 404, code: 'not-found' }) });
  await engine.now();
  expect(erased).toEqual([]);
  for (let round = 0; round < 3; round++) {
    vi.setSystemTime(Date.now() + 10 * 60_000);
    await engine.now();
  }
  expect(erased).not.toEqual([]);
  expect(await unlocked.files.waiting()).toHaveLength(1);
  engine.stop();
  vi.useRealTimers();
});

test('[L19] a tablet that is to be erased at once takes nothing in and sends nothing more', async () => {
  const { unlocked, engine, requests, erased } = await aWithdrawnTablet('at-once', { filesStatus: async () => { throw new Error('a photo was sent'); } });
  await engine.now();
  expect(new Set(erased)).toEqual(new Set(['at-once']));
  expect(unlocked.replica.refused()).toEqual([]);
  expect(requests.every(({ ops }) => ops.length <= 1)).toBe(true);
  engine.stop();
});
