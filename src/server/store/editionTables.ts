import type { ManualLanguage } from '#core/manual/edition.ts';

export type StoredEdition = {
  readonly id: string;
  readonly revision: number;
  /** Canonical JSON of an `EditionFilesHead`. */
  readonly head: string;
  /** Of the file that it was read from, for the audit. */
  readonly sourceSha256: string;
  /** Chapter id by standard id: what a named standard opens to an accreditation manager. */
  readonly chapterByStandard: Readonly<Record<string, string>>;
};

/** One chapter in one language. */
export type StoredEditionFile = {
  readonly chapter: string;
  readonly language: ManualLanguage;
  /** Of the text before compression. */
  readonly sha256: string;
  readonly gzip: Uint8Array;
};

export type EditionTables = {
  /** Every revision of every edition, in order of id and revision. */
  readonly editions: () => Promise<readonly StoredEdition[]>;
  readonly edition: (id: string, revision: number) => Promise<StoredEdition | undefined>;
  readonly addEdition: (edition: StoredEdition, files: readonly StoredEditionFile[]) => Promise<void>;
  readonly editionFile: (id: string, revision: number, chapter: string, language: string) => Promise<StoredEditionFile | undefined>;
};
