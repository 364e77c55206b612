import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SyncAnswer } from '#core/protocol/wire.ts';
import { err, ok } from '#core/result.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { startSync } from '#client/sync/syncEngine.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { anUnlocked, noted, SCOPE } from '#test/client/storage/anUnlocked.ts';
import { anId } from '#test/builders/opBuilder.ts';
import { NO_LIVE, NO_SERVER } from './noServer.ts';

const nothingNew: SyncAnswer = { epoch: 'e1', serverTimeMs: 0, results: [], scopes: [{ scope: SCOPE, roles: ['team_leader'] }], pages: [], more: false };

beforeEach(() => {
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
});
afterEach(() => vi.unstubAllGlobals());

test('a bug inside a round is shown, and the next round is tried all the same', async () => {
  const { unlocked } = await anUnlocked();
  let asked = 0;
  const engine = startSync(unlocked, {
    ...NO_SERVER,
    sync: async () => {
      asked += 1;
      if (asked === 1) throw new Error('a bug');
      return ok(nothingNew);
    },
    me: async () => ok(unlocked.workspace.me),
  }, NO_LIVE);
  await engine.now();
  expect(asked).toBeGreaterThan(1);
  expect(useSyncStatus.getState()).toMatchObject({ phase: 'idle', failure: undefined, network: 'reached' });
  engine.stop();
});

test('what does not come to its end is said, and a round later it is said no more', async () => {
  const { unlocked } = await anUnlocked();
  let breaks = true;
  const engine = startSync(unlocked, {
    ...NO_SERVER, me: async () => ok(unlocked.workspace.me),
    sync: async () => {
      if (breaks) throw new Error('a bug');
      return ok(nothingNew);
    },
  }, NO_LIVE);
  await engine.now();
  expect(useSyncStatus.getState()).toMatchObject({ phase: 'idle', failure: 'crashed: Error: a bug' });
  breaks = false;
  await engine.now();
  expect(useSyncStatus.getState().failure).toBeUndefined();
  engine.stop();
});

test('[L14] an answer that comes after the lock is not taken, and the round ends at once', async () => {
  const { unlocked } = await anUnlocked();
  let answerNow: () => void = () => undefined;
  const asked = new Promise<void>((isAsked) => {
    const engine = startSync(unlocked, {
      ...NO_SERVER,
      sync: () => new Promise((resolve) => {
        answerNow = () => resolve(ok({ ...nothingNew, epoch: 'late' }));
        isAsked();
        engine.stop();
      }),
    }, NO_LIVE);
  });
  await asked;
  answerNow();
  await unlocked.lock();
  expect(unlocked.replica.epoch()).toBe('e1');
});

test('a password that was changed elsewhere is tried once, not every 15 seconds', async () => {
  const { unlocked } = await anUnlocked();
  let tried = 0;
  const no = err<ApiFailure>({ type: 'unauthorized', code: 'wrong-credentials' });
  const engine = startSync(unlocked, {
    ...NO_SERVER, sync: async () => no,
    signIn: async () => {
      tried += 1;
      return no;
    },
  }, NO_LIVE);
  for (let round = 0; round < 3; round++) await engine.now();
  expect(tried).toBe(1);
  expect(useSyncStatus.getState().signedOut).toBe(true);
  engine.stop();
});

test('after the lock the status is nobody’s any more', async () => {
  const { unlocked } = await anUnlocked();
  const engine = startSync(unlocked, NO_SERVER, NO_LIVE);
  await engine.now();
  engine.stop();
  const before = useSyncStatus.getState();
  await unlocked.workspace.seal(noted(anId(), 'X'));
  window.dispatchEvent(new Event('online'));
  window.dispatchEvent(new Event('offline'));
  expect(useSyncStatus.getState()).toBe(before);
});
