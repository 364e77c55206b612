import { createContext, useContext } from 'react';
import type { Result } from '#core/result.ts';

/** What a person does with the session itself; app builds it for one unlocked person. */
export type Session = {
  /** Flushes drafts, drops the keys and shows the unlock screen. */
  readonly lock: () => void;
  /** Removes this person's data from the tablet. Refused while something exists only here, unless it is given up knowingly. */
  readonly signOut: () => Promise<Result<void, SignOutError>>;
  /** Sends and fetches now; resolves when the attempt is over. */
  readonly syncNow: () => Promise<void>;
  /** Fetches a manual to this tablet. */
  readonly downloadManual: (edition: string, revision: number, onProgress: (progress: Progress) => void) => Promise<Result<void, DownloadError>>;
  /** Writes the 50 MB that a full disk can be freed from. */
  readonly writeReserve: (onProgress: (progress: Progress) => void) => Promise<Result<void, { readonly type: 'disk-full' | 'storage-lost' }>>;
};

export type Progress = { readonly done: number; readonly total: number };

export type SignOutError = { readonly type: 'only-here'; readonly records: number; readonly files: number } | { readonly type: 'storage-lost' };

export type DownloadError = { readonly type: 'offline' | 'captive-portal' | 'unauthorized' | 'server' | 'disk-full' | 'storage-lost' | 'not-found' | 'damaged' };

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('no session above this screen');
  return session;
}
