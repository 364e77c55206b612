import { createStore, type StoreApi } from 'zustand/vanilla';
import { err, ok, type Result } from '#core/result.ts';
import type { Erase } from '#core/protocol/wire.ts';
import type { WhoJoins } from '#core/protocol/identityWire.ts';
import type { Access } from '#client/parts/AccessContext.ts';
import type { EnterError } from '#client/parts/enterError.ts';
import type { JoinError } from '#client/parts/joinError.ts';
import type { RecoverError } from '#client/parts/recovery.ts';
import type { Session } from '#client/parts/SessionContext.ts';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { RESERVE_BYTES } from '#client/storage/reserve.ts';
import type { SyncEngine } from '#client/sync/syncEngine.ts';
import { joinErrorOf } from './enterErrorOf.ts';
import type { Joining } from './joinOnline.ts';
import { recoverOnline } from './recoverOnline.ts';
import type { SessionParts } from './sessionParts.ts';
import type { SessionState } from './sessionState.ts';
import { type EarlierPassword, signInOnline } from './signInOnline.ts';

/** Who is in: the only thing that opens, locks and erases accounts. */
export type SessionControl = {
  readonly store: StoreApi<SessionState>;
  /** `joinCode`: of the link that was followed here. */
  readonly start: (joinCode?: string) => Promise<void>;
  readonly signIn: (email: string, password: string) => Promise<Result<void, EnterError>>;
  readonly unlock: (account: KnownAccount, password: string) => Promise<Result<void, EnterError>>;
  /** Whether a person may open by fingerprint, face or PIN here. */
  readonly hasPasskey: (account: KnownAccount) => Promise<boolean>;
  readonly unlockByPasskey: (account: KnownAccount) => Promise<Result<void, EnterError>>;
  /** *Tengo un código.* */
  readonly beginJoining: () => void;
  /** From the code, or from the earlier password, back to the door. */
  readonly leaveDoor: () => void;
  readonly lookAtCode: (code: string) => Promise<Result<WhoJoins, JoinError>>;
  /** `ok` also when the earlier password must be asked for first: the app has moved on. */
  readonly join: (joining: Joining) => Promise<Result<void, JoinError>>;
  /** The password that opened this tablet until now; from then on the newer one does. */
  readonly enterWithEarlier: (earlier: string) => Promise<Result<void, EnterError>>;
  /** *Olvidé mi contraseña.* */
  readonly beginRecovering: (account: KnownAccount) => void;
  readonly finishRecovering: (password: string) => Promise<Result<void, RecoverError>>;
  /** *Entra otra persona.* */
  readonly enterAnother: () => void;
  readonly backTo: (account: KnownAccount) => void;
  readonly lock: () => Promise<void>;
  /** *Continuar aquí*: this window becomes the one that writes, beginning from what the other one wrote. */
  readonly takeOver: () => Promise<void>;
};

/** How long the server is asked about a password that this tablet does not know, while a person waits. */
const LONGEST_ASKING_MS = 5_000;

export function createSession(parts: SessionParts): SessionControl {
  const store = createStore<SessionState>(() => ({ phase: 'starting' }));
  let sync: SyncEngine | undefined;
  const known = (): readonly KnownAccount[] => {
    const state = store.getState();
    return 'known' in state ? state.known : [];
  };

  const open = (unlocked: Unlocked): void => {
    const engine = parts.startSync(unlocked, (erase) => void withdraw(unlocked, erase));
    sync = engine;
    parts.show(() => store.setState({ phase: 'open', unlocked, session: sessionOf(unlocked, engine), access: accessOf(unlocked) }, true));
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

  /**
   * The administrator has withdrawn this tablet, or the person. Screens go first: what they hand over on leaving is sent like all else
   * before anything is erased. Where that cannot be sent just now, it stays, encrypted, behind the password, until it can.
   */
  const withdraw = async (unlocked: Unlocked, erase: Erase): Promise<void> => {
    const [state, engine] = [store.getState(), sync];
    if (state.phase !== 'open' || state.unlocked !== unlocked || !engine) return;
    parts.show(() => store.setState({ phase: 'starting' }, true));
    const isSent = async (): Promise<boolean> => {
      await engine.now();
      return (await unlocked.workspace.safety()).waiting === 0;
    };
    const goes = erase === 'at-once' || (await isSent());
    engine.stop();
    sync = undefined;
    await (goes ? unlocked.erase() : unlocked.lock());
    const accounts = await parts.listAccounts();
    parts.show(() => store.setState(goes ? { phase: 'sign-in', known: accounts, erased: erase } : lockedOrEmpty(accounts, unlocked.account.userId), true));
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
    addForm: (form) => parts.addForm(unlocked, form),
    writeReserve: (onProgress) => unlocked.writeReserve((bytes) => onProgress({ done: bytes, total: RESERVE_BYTES })),
    signOut: async ({ hasCopy } = { hasCopy: false }) => {
      await engine.now();
      // What the server refused is not only here: its quarantine keeps it whole.
      const { waiting, waitingFiles, items, uncopiedFiles, lastBackUpAtMs } = await unlocked.workspace.safety();
      const copiedAtMs = uncopiedFiles === 0 && items.every(({ copied }) => copied) ? lastBackUpAtMs : undefined;
      if (waiting + waitingFiles > 0 && !(hasCopy && copiedAtMs !== undefined)) return err({ type: 'only-here', records: waiting, files: waitingFiles, copiedAtMs });
      await parts.api.signOut();
      await close((accounts) => lockedOrEmpty(accounts, undefined), (opened) => opened.erase());
      return ok(undefined);
    },
  });

  const accessOf = (unlocked: Unlocked): Access => {
    const { invitations, invite, resetPassword, revokeInvitation, recoveryRequests, refuseRecovery } = parts.identity(unlocked.account.userId, unlocked.device);
    return { invitations, invite, resetPassword, revokeInvitation, recoveryRequests, refuseRecovery, passkey: unlocked.keychain.passkey, changePassword: async (change) => (await import('./changePasswordOnline.ts')).changePasswordOnline(parts, unlocked, change) };
  };

  /** Opens, asks for the earlier password, or says why not. */
  const enter = async <E extends { readonly type: string }>(entered: Result<Unlocked, E | EarlierPassword>): Promise<Result<void, E>> => {
    if (entered.ok) open(entered.value);
    else if (isEarlier(entered.error)) {
      const { userId, keys } = entered.error;
      const account = (await parts.listAccounts()).find((one) => one.userId === userId);
      if (!account) throw new Error('an earlier password of somebody who is not here');
      store.setState({ phase: 'earlier-password', account, keys, known: known() }, true);
    } else return err(entered.error);
    return ok(undefined);
  };

  const unlock = async (account: KnownAccount, password: string): Promise<Result<void, EnterError>> => {
    const unlocked = await parts.unlockAccount(account, password);
    if (unlocked.ok) return enter<EnterError>(unlocked);
    if (unlocked.error.type !== 'wrong-password') return err(unlocked.error);
    const { keys } = unlocked.error;
    return enter<EnterError>(err((await isNewer(account.email, keys.signInKey)) ? { type: 'earlier-password', userId: account.userId, keys } : { type: 'wrong' }));
  };

  /** Whether the server knows a password that this tablet does not: it was changed elsewhere. Without a network nobody can tell. */
  const isNewer = async (email: string, signInKey: string): Promise<boolean> => {
    const waited = new Promise<false>((resolve) => {
      setTimeout(() => resolve(false), LONGEST_ASKING_MS);
    });
    return Promise.race([parts.api.signIn(email, signInKey).then(({ ok: accepted }) => accepted), waited]);
  };

  return {
    store,
    start: async (joinCode) => {
      const resumed = await parts.resumeByTicket();
      if (resumed) return open(resumed);
      const accounts = await parts.listAccounts();
      store.setState(joinCode === undefined ? lockedOrEmpty(accounts, undefined) : { phase: 'joining', code: joinCode, known: accounts }, true);
    },
    signIn: async (email, password) => {
      const here = known().find((account) => account.email.toLowerCase() === email.trim().toLowerCase());
      if (here) return unlock(here, password);
      return enter(await signInOnline(parts, email.trim(), password));
    },
    unlock,
    hasPasskey: parts.hasPasskeyHere,
    unlockByPasskey: async (account) => {
      const unlocked = await parts.unlockByPasskey(account);
      if (unlocked.ok) return enter<EnterError>(unlocked);
      return err(unlocked.error.type === 'newer-database' || unlocked.error.type === 'storage-lost' ? unlocked.error : { type: 'passkey' });
    },
    beginJoining: () => store.setState({ phase: 'joining', code: undefined, known: known() }, true),
    leaveDoor: () => {
      const state = store.getState();
      store.setState(lockedOrEmpty(known(), 'account' in state ? state.account.userId : undefined), true);
    },
    lookAtCode: async (code) => {
      const who = await parts.identity().lookAtCode(code);
      return who.ok ? who : err(joinErrorOf(who.error));
    },
    join: async (joining) => enter(await (await import('./joinOnline.ts')).joinOnline(parts, joining)),
    enterWithEarlier: async (earlier) => {
      const state = store.getState();
      if (state.phase !== 'earlier-password') throw new Error('nobody is asked for an earlier password');
      const unlocked = await parts.unlockWithEarlier(state.account, earlier, state.keys);
      if (unlocked.ok) return enter<EnterError>(unlocked);
      return err(unlocked.error.type === 'wrong-password' ? { type: 'wrong' } : unlocked.error);
    },
    beginRecovering: (account) => store.setState({ phase: 'recovering', account, recovery: recoverOnline(parts, account), known: known() }, true),
    finishRecovering: async (password) => {
      const state = store.getState();
      if (state.phase !== 'recovering') throw new Error('nobody is recovering');
      return enter<RecoverError>(await state.recovery.finish(password));
    },
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

const isEarlier = (error: { readonly type: string }): error is EarlierPassword => error.type === 'earlier-password';

/** Whoever was in last is asked for the password; a tablet that knows nobody asks who. */
function lockedOrEmpty(accounts: readonly KnownAccount[], userId: string | undefined): SessionState {
  const account = accounts.find((candidate) => candidate.userId === userId) ?? accounts[0];
  return account ? { phase: 'locked', account, known: accounts } : { phase: 'sign-in', known: accounts };
}
