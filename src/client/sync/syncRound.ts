import type { Unlocked } from '#client/storage/people/openAccount.ts';
import { ok, type Result } from '#core/result.ts';
import type { Api } from './api.ts';
import { downloadThumbnails } from './downloadThumbnails.ts';
import { eraseWhenSent } from './eraseWhenSent.ts';
import { fetchManagersChapters } from './fetchManagersChapters.ts';
import { fetchForms } from './fetchForms.ts';
import { fetchVisitKeys } from './fetchVisitKeys.ts';
import { largeFilesWait } from './largeFiles.ts';
import { postponedFor, type Postponed } from './postponed.ts';
import type { ApiFailure } from './request.ts';
import { pushPace, type PushPace } from './pushPace.ts';
import { syncOnce, type SyncFailure } from './syncOnce.ts';
import { uploadFiles } from './uploadFiles.ts';

/** What the rounds of one unlocked person remember of each other. */
export type RoundMemory = {
  /** The server said that it does not know this device, or may have forgotten it. */
  unregistered: boolean;
  /** What the pushes of this unlock have taught about the link. */
  readonly pace: PushPace;
  /** Scopes for which the profile and the keys of visits were fetched lately. */
  readonly profiles: Postponed;
  /** The server did not take the key of this unlock (a new password): trying on would only make everybody wait. */
  keyRefused: boolean;
  /** Rounds in which a withdrawn tablet has tried to send its files. */
  triesBeforeErasing: number;
  readonly postponed: Postponed;
} & RoundHooks;

export type RoundHooks = {
  /** Somebody wrote, or there is news: files wait, text goes first. */
  readonly isWanted: () => boolean;
  /** The server has more of the files than a moment ago. */
  readonly onFilesMarked: () => void;
};

/** How long a file is left alone that could not be moved. */
const POSTPONED_MS = 2 * 60 * 1000;
/** How old the profile may become: a colleague's new tablet must be known before its files come by hand. */
const PROFILE_MS = 15 * 60 * 1000;

const NO_HOOKS: RoundHooks = { isWanted: () => false, onFilesMarked: () => undefined };

export const newRoundMemory = (nowMs: () => number, hooks = NO_HOOKS): RoundMemory => ({
  ...hooks,
  unregistered: false, pace: pushPace(), profiles: postponedFor(PROFILE_MS, nowMs), keyRefused: false, triesBeforeErasing: 0, postponed: postponedFor(POSTPONED_MS, nowMs),
});

/** Text first, then files up, then thumbnails and chapters down. */
export async function syncRound(unlocked: Unlocked, api: Api, memory: RoundMemory): Promise<Result<void, SyncFailure>> {
  const text = await signedInTextRound(unlocked, api, memory);
  const { replica, files } = unlocked;
  const upload = (): Promise<Result<void, ApiFailure>> =>
    uploadFiles({ files, api, granted: (scope) => replica.scopes().has(scope), postponed: memory.postponed, largeFilesWait, isWanted: memory.isWanted, onMarked: memory.onFilesMarked });
  if (!text.ok) return text.error.type === 'erase' ? eraseWhenSent(text.error.erase, unlocked, api, memory, upload) : text;
  const sent = await upload();
  if (!sent.ok) return sent;
  const fetched = await downloadThumbnails(replica, files, api, memory.postponed, memory.isWanted);
  if (!fetched.ok) return fetched;
  return fetchManagersChapters(unlocked, api);
}

/** A session that has ended, or is another person's of this browser, is renewed without a word, with the key that the unlock left. */
async function signedInTextRound(unlocked: Unlocked, api: Api, memory: RoundMemory): Promise<Result<void, SyncFailure>> {
  const first = await restoredTextRound(unlocked, api, memory);
  if (first.ok || first.error.type !== 'unauthorized' || unlocked.signInKey === undefined || memory.keyRefused) return first;
  const signedIn = await api.signIn(unlocked.account.email, unlocked.signInKey);
  if (signedIn.ok) return restoredTextRound(unlocked, api, memory);
  memory.keyRefused = signedIn.error.type === 'unauthorized';
  return signedIn;
}

/** A server that was restored from a back-up may have forgotten this device: registered again, it sends again. */
async function restoredTextRound(unlocked: Unlocked, api: Api, memory: RoundMemory): Promise<Result<void, SyncFailure>> {
  const first = await textRound(unlocked, api, memory);
  if (first.ok || !isAboutThisDevice(first.error)) return first;
  memory.unregistered = true;
  return textRound(unlocked, api, memory);
}

async function textRound(unlocked: Unlocked, api: Api, memory: RoundMemory): Promise<Result<void, SyncFailure>> {
  // Once for ever, not at every unlock: a device that has its letter was registered.
  if (memory.unregistered || unlocked.letter() === undefined) {
    const registered = await register(unlocked, api);
    if (!registered.ok) return registered;
    memory.unregistered = false;
  }
  const scopesNow = (): string => [...unlocked.replica.scopes().keys()].sort().join(' ');
  const before = scopesNow();
  // Asked beside the text, so that it costs no round trip of its own.
  const [synced, early] = await Promise.all([syncText(unlocked, api, memory), memory.profiles.has(before) ? undefined : api.me()]);
  if (!synced.ok) return synced;
  const scopes = scopesNow();
  if (memory.profiles.has(scopes)) return ok(undefined);
  const profile = early?.ok && scopes === before ? early : await api.me();
  if (!profile.ok) return profile;
  await unlocked.saveMe(profile.value);
  const keys = await fetchVisitKeys(unlocked.replica, unlocked.visitKeys, api);
  if (!keys.ok) return keys;
  const forms = await fetchForms(unlocked.forms, api, profile.value.formsHash);
  if (!forms.ok) return forms;
  memory.profiles.add(scopes);
  return ok(undefined);
}

const isAboutThisDevice = (failure: SyncFailure): boolean => failure.type === 'restored' || (failure.type === 'refused' && failure.code === 'device-unknown');

async function syncText(unlocked: Unlocked, api: Api, { pace }: RoundMemory): Promise<Result<void, SyncFailure>> {
  const { replica, files, device, account, sign } = unlocked;
  const port = {
    replica, device, actor: account.userId, sign, pace, nowMs: Date.now, waitingFiles: (await files.waiting()).length,
    noteServerTime: (serverTimeMs: number) => unlocked.noteSkew(Date.now() - serverTimeMs),
  };
  return syncOnce(port, api);
}

async function register(unlocked: Unlocked, api: Api): Promise<Result<void, ApiFailure>> {
  const registered = await api.registerDevice(unlocked.device, unlocked.publicKey);
  // A device that was withdrawn is known, and may still send what it has.
  if (!registered.ok) return registered.error.type === 'refused' && registered.error.code === 'revoked' ? ok(undefined) : registered;
  if (unlocked.letter() !== registered.value.letter) await unlocked.saveLetter(registered.value.letter);
  return ok(undefined);
}
