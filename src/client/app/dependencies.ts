import { flushSync } from 'react-dom';
import { ok } from '#core/result.ts';
import { deriveKeys } from '#client/storage/keys/deriveKeys.ts';
import { listAccounts } from '#client/storage/people/accounts.ts';
import { createAccount, hasPasskeyHere, resumeByTicket, unlockAccount, unlockByPasskey, unlockWithEarlier } from '#client/storage/people/unlock.ts';
import { apiOf } from '#client/sync/api.ts';
import { addForm } from '#client/sync/addForm.ts';
import { downloadManual } from '#client/sync/downloadManual.ts';
import { downloadPhotos } from '#client/sync/downloadPhotos.ts';
import { fetchFile } from '#client/sync/fetchFile.ts';
import { openLiveOf } from '#client/sync/openLive.ts';
import { identityApiOf } from '#client/sync/identityApi.ts';
import { startSync } from '#client/sync/syncEngine.ts';
import { createSession, type SessionControl } from './createSession.ts';

/** The one place where the parts of the app meet. */
export function buildSession(): SessionControl {
  return createSession({
    listAccounts, unlockAccount, unlockWithEarlier, hasPasskeyHere, unlockByPasskey, createAccount, resumeByTicket, deriveKeys, api: apiOf(), identity: identityApiOf,
    startSync: (unlocked, onErase) => startSync(unlocked, apiOf(unlocked.account.userId, unlocked.device), openLiveOf(unlocked.account.userId, unlocked.device), onErase),
    downloadManual: ({ shelf, account, device }, edition, revision, onProgress) => downloadManual(shelf, apiOf(account.userId, device), edition, revision, onProgress),
    fetchFile: async ({ files, account, device }, { scope, sha256 }, onProgress) => {
      const fetched = await fetchFile(files, apiOf(account.userId, device), scope, sha256, onProgress);
      return fetched.ok ? ok(fetched.value.bytes) : fetched;
    },
    downloadPhotos: ({ files, account, device }, wanted, onProgress) => downloadPhotos(files, apiOf(account.userId, device), wanted, onProgress),
    addForm: ({ forms, account, device }, form) => addForm(forms, apiOf(account.userId, device), form),
    // Synchronously, effects included: a screen that leaves seals what was typed before the keys go.
    show: (change) => flushSync(change),
  });
}
