import { create } from 'zustand';

/** How far a file that is on this tablet has come on its way to the server. */
export type FileState =
  | { readonly kind: 'waiting' }
  /** Large, and this is mobile data. */
  | { readonly kind: 'waiting-for-wifi' }
  | { readonly kind: 'sending'; readonly percent: number }
  | { readonly kind: 'on-server' }
  /** The server does not take it. `code` is one of the API's. It stays here. */
  | { readonly kind: 'refused'; readonly code: string };

/** By `fileKey`; only what the sync engine knows of. Whether a file is on the server at all, the vault says. */
export type FileProgress = { readonly states: ReadonlyMap<string, FileState> };

export const useFileProgress = create<FileProgress>(() => ({ states: new Map() }));

export const fileKey = ({ scope, sha256 }: { readonly scope: string; readonly sha256: string }): string => `${scope} ${sha256}`;

export function noteFileStates(changes: Iterable<readonly [string, FileState]>): void {
  useFileProgress.setState(({ states }) => ({ states: new Map([...states, ...changes]) }));
}

/** For the next person. */
export const forgetFileStates = (): void => useFileProgress.setState({ states: new Map() });
