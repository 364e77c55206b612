import type { Result } from '#core/result.ts';
import type { ScopeId } from '#core/op/scope.ts';

/** Whole files as encrypted 1 MiB chunks, named by scope and the SHA-256 of their plain bytes. */
export type FileVault = {
  /** The plain bytes, if they are on this tablet. */
  readonly read: (scope: ScopeId, sha256: string) => Promise<Uint8Array | undefined>;
  /** The plain bytes of one chunk, without reading the others. */
  readonly readChunk: (scope: ScopeId, sha256: string, index: number) => Promise<Uint8Array | undefined>;
  /** Whether the server has verified the bytes that are here. Synchronous: screens ask for every picture. */
  readonly uploadOf: (scope: ScopeId, sha256: string) => 'waiting' | 'done' | undefined;
  readonly has: (scope: ScopeId, sha256: string) => Promise<boolean>;
  /** Stores bytes that came from the server, already checked against their hash. */
  readonly store: (scope: ScopeId, sha256: string, bytes: Uint8Array, upload: 'waiting' | 'done') => Promise<Result<void, { readonly type: 'disk-full' } | { readonly type: 'storage-lost' }>>;
  /** Files whose bytes the server has not verified yet. */
  readonly waiting: () => Promise<readonly WaitingFile[]>;
  /** All files on this tablet. */
  readonly list: () => Promise<readonly (WaitingFile & { readonly upload: 'waiting' | 'done' })[]>;
  readonly markVerified: (files: readonly FileId[]) => Promise<void>;
};

export type FileId = { readonly scope: ScopeId; readonly sha256: string };
export type WaitingFile = FileId & { readonly sizeBytes: number };
