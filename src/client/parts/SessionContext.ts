import { createContext, useContext } from 'react';
import type { Form } from '#core/form/form.ts';
import type { Result } from '#core/result.ts';
import type { StorageError } from '#client/storage/database/durable.ts';
import type { FileId } from '#client/storage/files/fileVault.ts';
import type { ApiFailure } from '#client/sync/request.ts';

/** What a person does with the session itself; app builds it for one unlocked person. */
export type Session = {
  /** Flushes what was typed, drops the keys and shows the unlock screen. */
  readonly lock: () => void;
  /**
   * Deletes this person's data from the tablet and ends the session. Refused while anything exists only here; the way through is a
   * back-up that holds all of it: then `hasCopy` says that the person has the file and its words.
   */
  readonly signOut: (choice?: { readonly hasCopy: boolean }) => Promise<Result<void, SignOutError>>;
  /** Sends and fetches now; resolves when the attempt is over. */
  readonly syncNow: () => Promise<void>;
  /** Brings a manual to this tablet. `onProgress` counts files. */
  readonly downloadManual: (edition: string, revision: number, onProgress: (progress: Progress) => void) => Promise<Result<void, ApiFailure | StorageError>>;
  /** The bytes of a picture, fetched where they are not here. `onProgress` counts bytes. */
  readonly fetchFile: (file: FileId, onProgress: (progress: Progress) => void) => Promise<Result<Uint8Array, ApiFailure>>;
  /** Brings these files to this tablet. `onProgress` counts files. */
  readonly downloadPhotos: (files: readonly FileId[], onProgress: (progress: Progress) => void) => Promise<Result<void, ApiFailure | StorageError>>;
  /** Gives a form to everybody; a known id becomes a new revision. Needs a network. */
  readonly addForm: (form: Form) => Promise<Result<{ readonly revision: number }, ApiFailure | StorageError>>;
  /** Writes the 50 MB that a full disk can be freed from. `onProgress` counts bytes. */
  readonly writeReserve: (onProgress: (progress: Progress) => void) => Promise<Result<void, StorageError>>;
};

export type Progress = { readonly done: number; readonly total: number };

/** Nothing was deleted: these exist only here. */
export type SignOutError = { readonly type: 'only-here'; readonly records: number; readonly files: number; /** All of it stands in the back-up of then. */ readonly copiedAtMs: number | undefined };

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session above this screen');
  return session;
}
