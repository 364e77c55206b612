import type { ScopeId } from '#core/op/scope.ts';
import type { Erase } from '#core/protocol/wire.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import type { Api } from './api.ts';
import { backoffMs } from './backoffMs.ts';
import { onNetworkChange } from './connection.ts';
import { forgetFileStates } from './fileProgress.ts';
import { liveLink } from './liveLink.ts';
import type { OpenLive } from './openLive.ts';
import { stoppable } from './stoppable.ts';
import type { SyncFailure } from './syncOnce.ts';
import { newRoundMemory, syncRound } from './syncRound.ts';
import { tidyAtRest } from './tidyAtRest.ts';
import { initialSyncStatus, useSyncStatus, type SyncStatus } from './syncStatus.ts';

export type SyncEngine = {
  /** Runs a round now, or one more after the running one; resolves when nothing is running. Never rejects. */
  readonly now: () => Promise<void>;
  /** From here on nothing is sent, and nothing that still arrives is taken. */
  readonly stop: () => void;
};

/** While news comes by itself: pictures that were put off, and what a lost poke hid. */
const EVERY_MS_LIVE = 5 * 60_000;
/** Where no stream holds, as behind some proxies. */
const EVERY_MS = 20_000;
/** After a round that came to nothing. */
const AGAIN = { firstMs: 5_000, longestMs: 2 * 60_000 };
/** How often the time of the last answer is written down: a write each round would wear the disk for nothing. */
const NOTED_EVERY_MS = 60_000;

/**
 * Syncs on focus, when the network comes back, after every seal, and when the server says that there is news, while this window is the
 * one that writes. A hidden page asks nothing by itself. `onErase`: this tablet was withdrawn, and what could be sent has been.
 */
export function startSync(unlocked: Unlocked, api: Api, openLive: OpenLive, onErase: (erase: Erase) => void = () => undefined): SyncEngine {
  const { replica } = unlocked;
  const calls = stoppable(api);
  const memory = newRoundMemory(Date.now, { isWanted: () => again, onFilesMarked: () => void showWaiting() });
  let running: Promise<void> | undefined;
  /** From the first question of a round to its last answer; the tidying after it is interrupted by news. */
  let asking = false;
  let again = false;
  let stopped = false;
  let notBeforeMs = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Heads that the server named since the running round began. */
  const heard = new Map<ScopeId, number>();
  /** After `stop` the status is another person's. */
  const show = (status: Partial<SyncStatus>): void => {
    if (!stopped) useSyncStatus.setState(status);
  };

  /** Own and carried. */
  const count = (): number => replica.imports().reduce((sum, row) => sum + row.ops.length, replica.outbox().length);

  const showWaiting = async (): Promise<void> => {
    const oldest = [replica.outbox()[0]?.op.at, ...replica.imports().map((row) => row.ops[0]?.at)].flatMap((at) => at ?? []).sort()[0];
    const waitingFiles = await unlocked.files.waiting();
    show({
      waiting: count(), waitingFiles: waitingFiles.length, refused: replica.refused().length,
      waitingSinceMs: oldest === undefined ? undefined : Date.parse(oldest),
    });
  };

  const isVisible = (): boolean => document.visibilityState === 'visible';
  const isBehind = (): boolean => [...heard].some(([scope, seq]) => seq > (replica.cursors().get(scope) ?? 0));

  const plan = (inMs: number): void => {
    clearTimeout(timer);
    // A page that was hidden when its time came asks when it is seen again.
    if (!stopped) timer = setTimeout(() => { if (isVisible()) void now(); }, inMs);
  };
  const live = liveLink({
    open: openLive, nowMs: Date.now, random: Math.random,
    opened: () => void now(),
    hear: (event) => {
      if (event.type === 'scope') heard.set(event.scope, Math.max(event.seq, heard.get(event.scope) ?? 0));
      // What a round is asking just now may bring this: looked at when it ends.
      if (event.type === 'pull' || (!asking && isBehind())) void now();
    },
    lost: (againInMs) => {
      if (!running) plan(Math.min(againInMs, EVERY_MS));
    },
  });
  const afterRound = (): void => {
    if (stopped) return undefined;
    if (failures > 0) return plan(backoffMs(failures, Math.random(), AGAIN) + AGAIN.firstMs / 2);
    if (isVisible()) live.ensure();
    plan(live.alive() ? EVERY_MS_LIVE : EVERY_MS);
  };
  let notedMs = 0;
  const noteSynced = async (nowMs: number): Promise<void> => {
    if (nowMs - notedMs < NOTED_EVERY_MS) return;
    notedMs = nowMs;
    await unlocked.noteSynced(nowMs);
  };

  const oneRound = async (): Promise<Partial<SyncStatus>> => {
    try {
      heard.clear();
      const done = await syncRound(unlocked, calls.api, memory);
      if (!done.ok && done.error.type === 'erase') {
        failures = 0;
        onErase(done.error.erase);
        return { network: 'reached', signedOut: false, failure: undefined, lastAnswerAtMs: Date.now() };
      }
      failures = done.ok ? 0 : failures + 1;
      if (done.ok) await noteSynced(Date.now());
      if (done.ok) return { network: 'reached', signedOut: false, failure: undefined, lastAnswerAtMs: Date.now() };
      if (done.error.type === 'too-many') notBeforeMs = Date.now() + done.error.retryAfterSeconds * 1000;
      return {
        network: isUnreachable(done.error) ? 'unreachable' : 'reached', signedOut: done.error.type === 'unauthorized',
        failure: done.error.type === 'unreachable' ? undefined : done.error.type,
      };
    } catch (cause) {
      // A bug, or a database that is gone. Shown, and tried again: what is in the outbox stays there.
      failures += 1;
      return { failure: `crashed: ${String(cause)}` };
    }
  };

  const tidy = async (): Promise<Partial<SyncStatus>> => {
    try {
      await tidyAtRest(replica, () => !again && !stopped);
      return {};
    } catch (cause) {
      return { failure: `crashed: ${String(cause)}` };
    }
  };

  const rounds = async (): Promise<void> => {
    do {
      again = false;
      show({ phase: 'syncing' });
      asking = true;
      const outcome = await oneRound();
      asking = false;
      await showWaiting();
      show({ phase: 'idle', ...outcome });
      again ||= failures === 0 && isBehind();
      if (outcome.failure === undefined) show(await tidy());
    } while (again && !stopped);
    afterRound();
  };

  const now = (): Promise<void> => {
    if (stopped) return Promise.resolve();
    if (!unlocked.writer.held()) live.drop();
    const waitMs = unlocked.writer.held() ? notBeforeMs - Date.now() : EVERY_MS;
    if (waitMs > 0) {
      plan(waitMs);
      return Promise.resolve();
    }
    if (running) again = true;
    else {
      running = rounds().finally(() => {
        running = undefined;
      });
    }
    return running ?? Promise.resolve();
  };

  let sealed = count();
  const leaveReplica = replica.subscribe(() => {
    const length = count();
    if (length !== sealed) void showWaiting();
    if (length > sealed) void now();
    sealed = length;
  });
  const onVisible = (): void => {
    if (isVisible()) void now();
    else live.drop();
  };
  const onOnline = (): void => {
    // The old stream ran over a network that is gone, and would not notice for a while.
    live.drop();
    void now();
  };
  const onOffline = (): void => {
    live.drop();
    show({ network: 'unreachable' });
  };
  const leaveNetwork = onNetworkChange(() => void now());
  const leavePreferences = usePreferences.subscribe((chosen, before) => {
    if (chosen.largeFilesOnWifi !== before.largeFilesOnWifi) void now();
  });
  window.addEventListener('focus', onVisible);
  window.addEventListener('online', onOnline);
  window.addEventListener('offline', onOffline);
  document.addEventListener('visibilitychange', onVisible);
  show(initialSyncStatus);
  forgetFileStates();
  void showWaiting();
  void now();

  return {
    now,
    stop: () => {
      stopped = true;
      calls.stop();
      clearTimeout(timer);
      live.drop();
      leaveReplica();
      leaveNetwork();
      leavePreferences();
      window.removeEventListener('focus', onVisible);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
      document.removeEventListener('visibilitychange', onVisible);
    },
  };
}

const isUnreachable = (failure: SyncFailure): boolean => failure.type === 'unreachable' || failure.type === 'captive-portal';
