/** What is known of a file's bytes, which lie elsewhere (`files/fileBytes.ts`). */
export type StoredFile = {
  readonly scope: string;
  readonly sha256: string;
  readonly totalChunks: number;
  /** The whole was there and matched its hash. */
  readonly verified: boolean;
};

export type FileTables = {
  readonly file: (scope: string, sha256: string) => Promise<StoredFile | undefined>;
  /** Adds or replaces. */
  readonly putFile: (file: StoredFile) => Promise<void>;
  /** Sizes in bytes by index, in order of index. */
  readonly chunks: (scope: string, sha256: string) => Promise<ReadonlyMap<number, number>>;
  readonly putChunk: (scope: string, sha256: string, index: number, sizeBytes: number) => Promise<void>;
  readonly dropChunks: (scope: string, sha256: string) => Promise<void>;
  /** Whoever reads `scope` may have the file of `source` with this hash. Made by sharing a photo, never by asking. */
  readonly addLink: (scope: string, sha256: string, source: string) => Promise<void>;
  readonly linkedSources: (scope: string, sha256: string) => Promise<readonly string[]>;
};
