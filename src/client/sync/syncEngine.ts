import type { Unlocked } from '#client/storage/people/openAccount.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { Api } from './api.ts';
import { downloadFiles } from './downloadFiles.ts';
import { fetchManagersChapters } from './fetchManagersChapters.ts';
import type { ApiFailure } from './request.ts';
import { syncOnce, type SyncFailure } from './syncOnce.ts';
import { useSyncStatus } from './syncStatus.ts';
import { uploadFiles } from './uploadFiles.ts';

export type SyncEngine = {
  /** Runs a round now, or one more after the running one; resolves when nothing is running. */
  readonly now: () => Promise<void>;
  readonly stop: () => void;
};

const EVERY_MS = 15_000;

/** Syncs on focus, when the network comes back, after every seal, and every 15 s, while this window is the one that writes. */
export function startSync(unlocked: Unlocked, api: Api): SyncEngine {
  const { replica } = unlocked;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const session: Session = { registered: false, profileOf: undefined };

  const showWaiting = async (): Promise<void> => {
    const outbox = replica.outbox();
    const waitingFiles = await unlocked.files.waiting();
    useSyncStatus.setState({
      waiting: outbox.length, waitingFiles: waitingFiles.length, refused: replica.refused().length,
      waitingSinceMs: outbox[0] ? Date.parse(outbox[0].op.at) : undefined,
    });
  };

  const rounds = async (): Promise<void> => {
    do {
      again = false;
      useSyncStatus.setState({ phase: 'syncing' });
      const done = await oneRound(unlocked, api, session);
      await showWaiting();
      useSyncStatus.setState({
        phase: 'idle',
        ...(done.ok
          ? { network: 'reached', signedOut: false, lastAnswerAtMs: Date.now() }
          : { network: isUnreachable(done.error) ? 'unreachable' : 'reached', signedOut: done.error.type === 'unauthorized' }),
      });
    } while (again && !stopped);
  };

  const now = (): Promise<void> => {
    if (stopped || !unlocked.writer.held()) return Promise.resolve();
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
  const onOffline = (): void => useSyncStatus.setState({ network: 'unreachable' });
  const timer = setInterval(onVisible, EVERY_MS);
  window.addEventListener('focus', onVisible);
  window.addEventListener('online', onOnline);
  window.addEventListener('offline', onOffline);
  document.addEventListener('visibilitychange', onVisible);
  void showWaiting();
  void now();

  return {
    now,
    stop: () => {
      stopped = true;
      clearInterval(timer);
      leaveReplica();
      window.removeEventListener('focus', onVisible);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
      document.removeEventListener('visibilitychange', onVisible);
    },
  };
}

type Session = { registered: boolean; profileOf: string | undefined };

const isUnreachable = (failure: SyncFailure): boolean => failure.type === 'unreachable' || failure.type === 'captive-portal';

/** Text first, then pictures up, then pictures and chapters down. */
async function oneRound(unlocked: Unlocked, api: Api, session: Session): Promise<Result<void, SyncFailure>> {
  const first = await textRound(unlocked, api, session);
  if (!first.ok && first.error.type === 'unauthorized' && unlocked.signInKey !== undefined) {
    // The session has ended: renewed without a word, with the key that the unlock left in memory.
    const signedIn = await api.signIn(unlocked.account.email, unlocked.signInKey);
    if (!signedIn.ok) return signedIn;
    const second = await textRound(unlocked, api, session);
    if (!second.ok) return second;
  } else if (!first.ok) return first;

  const sent = await uploadFiles(unlocked.files, api);
  if (!sent.ok) return sent;
  const fetched = await downloadFiles(unlocked.replica, unlocked.files, api);
  if (!fetched.ok) return fetched;
  return fetchManagersChapters(unlocked, api);
}

async function textRound(unlocked: Unlocked, api: Api, session: Session): Promise<Result<void, SyncFailure>> {
  if (!session.registered) {
    const registered = await register(unlocked, api);
    if (!registered.ok) return registered;
    session.registered = true;
  }
  const synced = await syncOnce(
    {
      replica: unlocked.replica, device: unlocked.device, actor: unlocked.account.userId, sign: unlocked.sign,
      noteServerTime: (serverTimeMs) => unlocked.noteSkew(Date.now() - serverTimeMs),
    },
    api,
  );
  if (!synced.ok) return synced;
  const scopes = [...unlocked.replica.scopes().keys()].sort().join(' ');
  if (session.profileOf === scopes) return ok(undefined);
  const profile = await api.me();
  if (!profile.ok) return profile;
  await unlocked.saveMe(profile.value);
  session.profileOf = scopes;
  return ok(undefined);
}

async function register(unlocked: Unlocked, api: Api): Promise<Result<void, ApiFailure>> {
  const registered = await api.registerDevice(unlocked.device, unlocked.publicKey);
  if (!registered.ok) return registered;
  if (unlocked.letter() !== registered.value.letter) await unlocked.saveLetter(registered.value.letter);
  return ok(undefined);
}
