import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { usePreferences } from '#client/storage/preferences.ts';
import type { Api } from './api.ts';
import { onNetworkChange } from './connection.ts';
import { forgetFileStates } from './fileProgress.ts';
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

const EVERY_MS = 15_000;

/** Syncs on focus, when the network comes back, after every seal, and every 15 s, while this window is the one that writes. */
export function startSync(unlocked: Unlocked, api: Api): SyncEngine {
  const { replica } = unlocked;
  const calls = stoppable(api);
  const memory = newRoundMemory(Date.now);
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  let notBeforeMs = 0;
  /** After `stop` the status is another person's. */
  const show = (status: Partial<SyncStatus>): void => {
    if (!stopped) useSyncStatus.setState(status);
  };

  const showWaiting = async (): Promise<void> => {
    const outbox = replica.outbox();
    const waitingFiles = await unlocked.files.waiting();
    show({
      waiting: outbox.length, waitingFiles: waitingFiles.length, refused: replica.refused().length,
      waitingSinceMs: outbox[0] ? Date.parse(outbox[0].op.at) : undefined,
    });
  };

  const oneRound = async (): Promise<Partial<SyncStatus>> => {
    try {
      const done = await syncRound(unlocked, calls.api, memory);
      if (done.ok) return { network: 'reached', signedOut: false, failure: undefined, lastAnswerAtMs: Date.now() };
      if (done.error.type === 'too-many') notBeforeMs = Date.now() + done.error.retryAfterSeconds * 1000;
      return {
        network: isUnreachable(done.error) ? 'unreachable' : 'reached', signedOut: done.error.type === 'unauthorized',
        failure: isUnreachable(done.error) ? undefined : done.error.type,
      };
    } catch (cause) {
      // A bug, or a database that is gone. Shown, and tried again: what is in the outbox stays there.
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
      const outcome = await oneRound();
      await showWaiting();
      show({ phase: 'idle', ...outcome });
      if (outcome.failure === undefined) show(await tidy());
    } while (again && !stopped);
  };

  const now = (): Promise<void> => {
    if (stopped || !unlocked.writer.held() || Date.now() < notBeforeMs) return Promise.resolve();
    if (running) again = true;
    else {
      running = rounds().finally(() => {
        running = undefined;
      });
    }
    return running ?? Promise.resolve();
  };

  let sealed = replica.outbox().length;
  const leaveReplica = replica.subscribe(() => {
    const length = replica.outbox().length;
    if (length !== sealed) void showWaiting();
    if (length > sealed) void now();
    sealed = length;
  });
  const onVisible = (): void => {
    if (document.visibilityState === 'visible') void now();
  };
  const onOnline = (): void => void now();
  const onOffline = (): void => show({ network: 'unreachable' });
  const leaveNetwork = onNetworkChange(() => void now());
  const leavePreferences = usePreferences.subscribe((chosen, before) => {
    if (chosen.largeFilesOnWifi !== before.largeFilesOnWifi) void now();
  });
  const timer = setInterval(onVisible, EVERY_MS);
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
      clearInterval(timer);
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
