import type { BundleError } from '#core/bundle/bundleError.ts';
import type { BundleManifest } from '#core/bundle/bundleContent.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Result } from '#core/result.ts';
import type { OtherWindow } from '#client/storage/log/replica.ts';
import type { BackUp } from '#client/storage/safety/backUpLog.ts';
import type { StorageError } from '#client/storage/database/durable.ts';

/** Which pictures go along. */
export const FILE_CHOICES = ['none', 'only-here', 'all'] as const;
export type FileChoice = (typeof FILE_CHOICES)[number];

export type FileAmount = { readonly count: number; readonly sizeBytes: number };

/** What a file would hold, looked at before it is made. */
export type BundleSize = {
  readonly ops: number;
  /** Of them, those that the server does not have. */
  readonly onlyHere: number;
  /** About; the file is a little larger. */
  readonly textBytes: number;
  readonly files: Readonly<Record<FileChoice, FileAmount>>;
};

export type BundleOrder = {
  readonly scopes: readonly ScopeId[];
  readonly files: FileChoice;
  /** Under the visit's own key, which its team's tablets have, for a colleague; or under words, as a back-up. */
  readonly key: { readonly kind: 'visit'; readonly scope: ScopeId } | { readonly kind: 'passphrase'; readonly words: string };
};

export type MadeBundle = {
  readonly file: File;
  readonly ops: number;
  readonly files: number;
  /** What is to be noted once the file has been saved or shared. */
  readonly holds: BackUp;
};

/** How far the making or the merging has come, in bytes. */
export type OnProgress = (done: number, total: number) => void;

/** What is shown before anything is merged. Counts are of what is new here. */
export type ImportPreview = {
  readonly manifest: BundleManifest;
  readonly ops: number;
  readonly freshOps: number;
  /** Records by entity. */
  readonly kinds: readonly { readonly entity: string; readonly records: number }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly freshOps: number; readonly proved: boolean }[];
  readonly unproved: number;
  /** Left out: their id is known here as something else. */
  readonly clashing: number;
  /** Some of it belongs to visits or agencies that are not this person's: it is left out. */
  readonly hasOthers: boolean;
  readonly freshFiles: FileAmount;
};

export type OpenError = BundleError
  /** Of another installation of Cotejo. */
  | { readonly type: 'other-installation' }
  /** Nothing in it belongs to a visit or agency of this person. */
  | { readonly type: 'not-yours' };

export type Merged = {
  readonly ops: number;
  readonly files: number;
  /** For which there was no room: opening the file again later brings them. */
  readonly filesLeft: number;
};

/** A file that has been read to its last byte, and is whole. */
export type OpenedBundle = { readonly preview: ImportPreview; readonly merge: (onProgress: OnProgress) => Promise<Result<Merged, StorageError | OtherWindow>> };

/** Files that carry work by hand. */
export type HandOver = {
  readonly measure: (scopes: readonly ScopeId[]) => Promise<BundleSize>;
  /** Whether this tablet was given the visit's key. */
  readonly hasVisitKey: (scope: ScopeId) => boolean;
  readonly make: (order: BundleOrder, onProgress: OnProgress) => Promise<MadeBundle>;
  /** With which kind of key a file opens. */
  readonly keyKindOf: (file: Blob) => Promise<Result<'visit' | 'passphrase', OpenError>>;
  readonly open: (file: Blob, words?: string) => Promise<Result<OpenedBundle, OpenError>>;
};
