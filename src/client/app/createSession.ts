import { createStore, type StoreApi } from 'zustand/vanilla';
import { err, ok, type Result } from '#core/result.ts';
import type { EnterError } from '#client/parts/enterError.ts';
import type { Session } from '#client/parts/SessionContext.ts';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { RESERVE_BYTES } from '#client/storage/reserve.ts';
import type { SyncEngine } from '#client/sync/syncEngine.ts';
import type { SessionParts } from './sessionParts.ts';
import type { SessionState } from './sessionState.ts';
import { signInOnline } from './signInOnline.ts';

/** Who is in: the only thing that opens, locks and erases accounts. */
export type SessionControl = {
  readonly store: StoreApi<SessionState>;
  readonly start: () => Promise<void>;
  readonly signIn: (email: string, password: string) => Promise<Result<void, EnterError>>;
  readonly unlock: (account: KnownAccount, password: string) => Promise<Result<void, EnterError>>;
  /** *Entra otra persona.* */
  readonly enterAnother: () => void;
  readonly backTo: (account: KnownAccount) => void;
  readonly lock: () => Promise<void>;
  /** *Continuar aquí*: this window becomes the one that writes, beginning from what the other one wrote. */
  readonly takeOver: () => Promise<void>;
};

export function createSession(parts: SessionParts): SessionControl {
  const store = createStore<SessionState>(() => ({ phase: 'starting' }));
  let sync: SyncEngine | undefined;
  const known = (): readonly KnownAccount[] => {
    const state = store.getState();
    return state.phase === 'sign-in' || state.phase === 'locked' ? state.known : [];
  };

  const open = (unlocked: Unlocked): void => {
    const engine = parts.startSync(unlocked);
    sync = engine;
    parts.show(() => store.setState({ phase: 'open', unlocked, session: sessionOf(unlocked, engine) }, true));
  };

  /** Screens go first: leaving, they hand over what was typed; then nothing writes any more and the keys can go. */
  const close = async (next: (accounts: readonly KnownAccount[]) => SessionState, letGo: (unlocked: Unlocked) => Promise<void>): Promise<void> => {
    const state = store.getState();
    if (state.phase !== 'open') return;
    sync?.stop();
    sync = undefined;
    parts.show(() => store.setState({ phase: 'starting' }, true));
    await letGo(state.unlocked);
    const accounts = await parts.listAccounts();
    parts.show(() => store.setState(next(accounts), true));
  };

  const lock = (): Promise<void> => {
    const state = store.getState();
    const userId = state.phase === 'open' ? state.unlocked.account.userId : undefined;
    return close((accounts) => lockedOrEmpty(accounts, userId), (unlocked) => unlocked.lock());
  };

  const sessionOf = (unlocked: Unlocked, engine: SyncEngine): Session => ({
    lock: () => void lock(),
    syncNow: engine.now,
    downloadManual: (edition, revision, onProgress) => parts.downloadManual(unlocked, edition, revision, (done, total) => onProgress({ done, total })),
    fetchFile: (file, onProgress) => parts.fetchFile(unlocked, file, (done, total) => onProgress({ done, total })),
    downloadPhotos: (files, onProgress) => parts.downloadPhotos(unlocked, files, (done, total) => onProgress({ done, total })),
    writeReserve: (onProgress) => unlocked.writeReserve((bytes) => onProgress({ done: bytes, total: RESERVE_BYTES })),
    signOut: async () => {
      await engine.now();
      // What the server refused is not only here: its quarantine keeps it whole.
      const { waiting, waitingFiles } = await unlocked.workspace.safety();
      if (waiting + waitingFiles > 0) return err({ type: 'only-here', records: waiting, files: waitingFiles });
      await parts.api.signOut();
      await close((accounts) => lockedOrEmpty(accounts, undefined), (opened) => opened.erase());
      return ok(undefined);
    },
  });

  const unlock = async (account: KnownAccount, password: string): Promise<Result<void, EnterError>> => {
    const unlocked = await parts.unlockAccount(account, password);
    if (!unlocked.ok) return err(unlocked.error.type === 'wrong-password' ? { type: 'wrong' } : unlocked.error);
    open(unlocked.value);
    return ok(undefined);
  };

  return {
    store,
    start: async () => {
      const resumed = await parts.resumeByTicket();
      if (resumed) return open(resumed);
      store.setState(lockedOrEmpty(await parts.listAccounts(), undefined), true);
    },
    signIn: async (email, password) => {
      const here = known().find((account) => account.email.toLowerCase() === email.trim().toLowerCase());
      if (here) return unlock(here, password);
      const unlocked = await signInOnline(parts, email.trim(), password);
      if (!unlocked.ok) return unlocked;
      open(unlocked.value);
      return ok(undefined);
    },
    unlock,
    enterAnother: () => store.setState({ phase: 'sign-in', known: known() }, true),
    backTo: (account) => store.setState({ phase: 'locked', account, known: known() }, true),
    lock,
    takeOver: async () => {
      const state = store.getState();
      if (state.phase !== 'open') return;
      const unlocked = await state.unlocked.takeOver();
      sync?.stop();
      open(unlocked);
    },
  };
}

/** Whoever was in last is asked for the password; a tablet that knows nobody asks who. */
function lockedOrEmpty(accounts: readonly KnownAccount[], userId: string | undefined): SessionState {
  const account = accounts.find((candidate) => candidate.userId === userId) ?? accounts[0];
  return account ? { phase: 'locked', account, known: accounts } : { phase: 'sign-in', known: accounts };
}
