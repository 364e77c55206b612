import type { Draft } from '#client/storage/drafts/draftStore.ts';
import type { FileId } from '#client/storage/files/fileVault.ts';

/** What lies beside the log and goes when records do: half-typed texts and files. */
export type Beside = {
  readonly drafts: () => readonly Draft[];
  readonly files: () => readonly FileId[];
  /** Resolves when no write of a draft is under way that could land behind what is deleted next. */
  readonly settled: () => Promise<void>;
  /** The rows are gone from the disk: they are forgotten here too. */
  readonly forget: (gone: Gone) => void;
};

/** Rows beside the log that go, in the transaction that takes the records away. */
export type Gone = { readonly drafts: readonly string[]; readonly files: readonly FileId[] };

export const nothingBeside: Beside = { drafts: () => [], files: () => [], settled: async () => undefined, forget: () => undefined };
