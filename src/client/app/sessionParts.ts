import type { Erase } from '#core/protocol/wire.ts';
import type { Form } from '#core/form/form.ts';
import type { Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { FileId } from '#client/storage/files/fileVault.ts';
import type { deriveKeys } from '#client/storage/keys/deriveKeys.ts';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import type { Unlocked } from '#client/storage/people/openAccount.ts';
import type { createAccount, hasPasskeyHere, unlockAccount, unlockByPasskey, unlockWithEarlier } from '#client/storage/people/unlock.ts';
import type { Api } from '#client/sync/api.ts';
import type { ApiFailure, OnProgress } from '#client/sync/request.ts';
import type { IdentityApi } from '#client/sync/identityApi.ts';
import type { SyncEngine } from '#client/sync/syncEngine.ts';

/** What a session is made of; `dependencies.ts` gives the real ones. */
export type SessionParts = {
  readonly listAccounts: () => Promise<readonly KnownAccount[]>;
  readonly unlockAccount: typeof unlockAccount;
  readonly unlockWithEarlier: typeof unlockWithEarlier;
  readonly hasPasskeyHere: typeof hasPasskeyHere;
  readonly unlockByPasskey: typeof unlockByPasskey;
  readonly createAccount: typeof createAccount;
  readonly resumeByTicket: () => Promise<Unlocked | undefined>;
  readonly deriveKeys: typeof deriveKeys;
  readonly api: Pick<Api, 'authParams' | 'signIn' | 'signOut' | 'me'>;
  /** Of a person who is in; without one, of somebody at the door. */
  readonly identity: (person?: string, device?: string) => IdentityApi;
  /** `onErase`: the tablet was withdrawn, and what was to be sent has been. */
  readonly startSync: (unlocked: Unlocked, onErase: (erase: Erase) => void) => SyncEngine;
  readonly downloadManual: (unlocked: Unlocked, edition: string, revision: number, onProgress: (done: number, total: number) => void) => Promise<Result<void, ApiFailure | StorageError>>;
  readonly fetchFile: (unlocked: Unlocked, file: FileId, onProgress: OnProgress) => Promise<Result<Uint8Array, ApiFailure>>;
  readonly downloadPhotos: (unlocked: Unlocked, files: readonly FileId[], onProgress: (done: number, total: number) => void) => Promise<Result<void, ApiFailure | StorageError>>;
  readonly addForm: (unlocked: Unlocked, form: Form) => Promise<Result<{ readonly revision: number }, ApiFailure | StorageError>>;
  /** Applies a change of the state so that the screens that it removes have gone, with what they save on leaving, when it returns. */
  readonly show: (change: () => void) => void;
};
