import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SyncAnswer } from '#core/protocol/wire.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { Api } from '#client/sync/api.ts';
import type { LiveEvent } from '#client/sync/liveEvents.ts';
import type { OpenLive } from '#client/sync/openLive.ts';
import type { ApiFailure } from '#client/sync/request.ts';
import { startSync } from '#client/sync/syncEngine.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { anUnlocked, SCOPE } from '#test/client/storage/anUnlocked.ts';
import { NO_SERVER } from './noServer.ts';

const NOTHING_NEW: SyncAnswer = { epoch: 'e1', serverTimeMs: 0, results: [], scopes: [{ scope: SCOPE, roles: ['team_leader'] }], pages: [], more: false };
const MINUTE_MS = 60_000;
const STEP_MS = 2_500;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lets everything run that waits for nothing but its turn, the tablet's database and its encryption included. */
const settled = async (): Promise<void> => {
  for (let still = 0; still < 30; still++) {
    if (useSyncStatus.getState().phase === 'syncing') still = 0;
    await new Promise((resolve) => { setImmediate(resolve); });
  }
};
/** In steps, so that a round which begins meanwhile ends before the next could. */
const passMs = async (ms: number): Promise<void> => {
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    await vi.advanceTimersByTimeAsync(Math.min(STEP_MS, ms - passed));
    await settled();
  }
};
const page = (state: 'visible' | 'hidden'): void => {
  Object.assign(document, { visibilityState: state });
  document.dispatchEvent(new Event('visibilitychange'));
};

type Stream = { readonly say: (event: LiveEvent) => void; readonly end: (how: Result<void, ApiFailure>) => void; readonly givenUp: () => boolean };

/** A tablet whose server answers as told, and whose streams the test holds. */
async function aTablet({ sync, opens = true }: { sync?: Api['sync']; opens?: boolean } = {}) {
  const { unlocked } = await anUnlocked();
  const streams: Stream[] = [];
  const asked: number[] = [];
  const openLive: OpenLive = (hear, signal) => new Promise((resolve) => {
    streams.push({ say: hear, end: resolve, givenUp: () => signal.aborted });
    signal.addEventListener('abort', () => resolve(err({ type: 'unreachable' })));
    if (opens) hear({ type: 'beat' });
    else resolve(err({ type: 'unreachable' }));
  });
  const startedAtMs = Date.now();
  const engine = startSync(unlocked, {
    ...NO_SERVER, me: async () => ok(unlocked.workspace.me),
    sync: async (request) => {
      asked.push(Date.now() - startedAtMs);
      return sync ? sync(request) : ok(NOTHING_NEW);
    },
  }, openLive);
  await settled();
  return { unlocked, engine, streams, asked: () => asked.length, times: () => asked };
}

test('[V5] while the stream is alive nothing is asked but now and then', async () => {
  const { engine, streams, asked } = await aTablet();
  expect(streams).toHaveLength(1);
  const before = asked();
  await passMs(4 * MINUTE_MS);
  expect(asked()).toBe(before);
  await passMs(2 * MINUTE_MS);
  expect(asked()).toBe(before + 1);
  engine.stop();
});

test('[V5] news of a scope is fetched at once, and what is here already is not', async () => {
  const { engine, streams, asked } = await aTablet();
  const before = asked();
  streams[0]?.say({ type: 'scope', scope: SCOPE, seq: 0 });
  await settled();
  expect(asked()).toBe(before);
  streams[0]?.say({ type: 'scope', scope: SCOPE, seq: 1 });
  await settled();
  // Once: an answer without the news (a right that was lost since) is not asked for again and again.
  expect(asked()).toBe(before + 1);
  streams[0]?.say({ type: 'pull' });
  await settled();
  expect(asked()).toBe(before + 2);
  engine.stop();
});

test('[V5] a hidden page asks nothing and holds no stream; seen again it asks at once', async () => {
  const { engine, streams, asked } = await aTablet();
  page('hidden');
  const before = asked();
  await passMs(60 * MINUTE_MS);
  expect([asked(), streams.length, streams[0]?.givenUp()]).toEqual([before, 1, true]);
  page('visible');
  await settled();
  expect(asked()).toBeGreaterThan(before);
  expect(streams).toHaveLength(2);
  engine.stop();
});

test('[V5] a network that comes back is a new stream: the old one may be half open', async () => {
  const { engine, streams, asked } = await aTablet();
  const before = asked();
  window.dispatchEvent(new Event('offline'));
  expect([streams[0]?.givenUp(), useSyncStatus.getState().network]).toEqual([true, 'unreachable']);
  window.dispatchEvent(new Event('online'));
  await settled();
  expect(asked()).toBeGreaterThan(before);
  expect([streams.length, useSyncStatus.getState().network]).toEqual([2, 'reached']);
  engine.stop();
});

test('[V5] a stream that ends is opened again soon, and what was missed is fetched', async () => {
  const { engine, streams, asked } = await aTablet();
  await passMs(2 * MINUTE_MS);
  const before = asked();
  streams[0]?.end(ok(undefined));
  await settled();
  await passMs(1_000);
  expect(asked()).toBeGreaterThan(before);
  expect(streams).toHaveLength(2);
  engine.stop();
});

test('[V5] where no stream holds, the tablet asks every 20 seconds, and tries the stream more and more rarely', async () => {
  const { engine, streams, asked } = await aTablet({ opens: false });
  await passMs(10 * MINUTE_MS);
  const [tried, before] = [streams.length, asked()];
  await passMs(10 * MINUTE_MS);
  expect(asked() - before).toBeGreaterThanOrEqual(29);
  expect(asked() - before).toBeLessThanOrEqual(31);
  expect(streams.length - tried).toBeLessThanOrEqual(10);
  engine.stop();
});

test('[V5] a server that is away is asked at growing distances, never over two minutes apart, and at once when the network returns', async () => {
  let away = true;
  const { engine, times } = await aTablet({ sync: async () => (away ? err({ type: 'unreachable' }) : ok(NOTHING_NEW)) });
  await passMs(30 * MINUTE_MS);
  const gaps = times().slice(1).map((at, i) => at - (times()[i] ?? 0));
  expect(gaps.slice(0, 4)).toEqual([5_000, 7_500, 12_500, 22_500]);
  expect(Math.max(...gaps)).toBe(62_500);
  away = false;
  window.dispatchEvent(new Event('online'));
  await settled();
  expect(useSyncStatus.getState()).toMatchObject({ network: 'reached', failure: undefined });
  engine.stop();
});

test('a network that asks for a sign-in of its own is said to be one', async () => {
  const { engine } = await aTablet({ sync: async () => err({ type: 'captive-portal' }) });
  expect(useSyncStatus.getState()).toMatchObject({ network: 'unreachable', failure: 'captive-portal' });
  engine.stop();
});

test('a server that says when to come back is not asked before, and is asked then', async () => {
  let calm = false;
  const { engine, asked } = await aTablet({ sync: async () => (calm ? ok(NOTHING_NEW) : err({ type: 'too-many', retryAfterSeconds: 600 })) });
  const before = asked();
  await passMs(9 * MINUTE_MS);
  calm = true;
  expect(asked()).toBe(before);
  await passMs(2 * MINUTE_MS);
  expect(asked()).toBeGreaterThan(before);
  engine.stop();
});

test('[L14] after the lock there is no stream, and nothing opens one', async () => {
  const { engine, streams, asked } = await aTablet();
  engine.stop();
  expect(streams[0]?.givenUp()).toBe(true);
  const before = asked();
  streams[0]?.say({ type: 'pull' });
  page('visible');
  await passMs(60 * MINUTE_MS);
  expect([asked(), streams.length]).toEqual([before, 1]);
});
