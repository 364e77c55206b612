import { flushSync } from 'react-dom';
import { deriveKeys } from '#client/storage/keys/deriveKeys.ts';
import { listAccounts } from '#client/storage/people/accounts.ts';
import { createAccount, resumeByTicket, unlockAccount } from '#client/storage/people/unlock.ts';
import { apiOf } from '#client/sync/api.ts';
import { downloadManual } from '#client/sync/downloadManual.ts';
import { startSync } from '#client/sync/syncEngine.ts';
import { createSession, type SessionControl } from './createSession.ts';

/** The one place where the parts of the app meet. */
export function buildSession(): SessionControl {
  return createSession({
    listAccounts, unlockAccount, createAccount, resumeByTicket, deriveKeys, api: apiOf(),
    startSync: (unlocked) => startSync(unlocked, apiOf(unlocked.account.userId, unlocked.device)),
    downloadManual: ({ shelf, account, device }, edition, revision, onProgress) => downloadManual(shelf, apiOf(account.userId, device), edition, revision, onProgress),
    // Synchronously, effects included: a screen that leaves seals what was typed before the keys go.
    show: (change) => flushSync(change),
  });
}
