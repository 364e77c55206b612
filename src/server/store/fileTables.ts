/** What is known of a file's bytes, which lie elsewhere (`files/fileBytes.ts`). */
export type StoredFile = {
  readonly scope: string;
  readonly sha256: string;
  readonly totalChunks: number;
  /** The whole was there and matched its hash. */
  readonly verified: boolean;
};

export type StoredChunk = {
  /** Under which name its bytes lie. Given once, never to other bytes: whatever runs at the same time, a name's bytes do not change. */
  readonly piece: string;
  readonly sizeBytes: number;
};

export type FileTables = {
  readonly file: (scope: string, sha256: string) => Promise<StoredFile | undefined>;
  /** The file, locked until the transaction ends; one that is not known yet is added, unverified, with this many chunks. */
  readonly lockFile: (scope: string, sha256: string, totalChunks: number) => Promise<StoredFile>;
  /** Adds or replaces. */
  readonly putFile: (file: StoredFile) => Promise<void>;
  /** By index, in order of index. */
  readonly chunks: (scope: string, sha256: string) => Promise<ReadonlyMap<number, StoredChunk>>;
  readonly putChunk: (scope: string, sha256: string, index: number, chunk: StoredChunk) => Promise<void>;
  readonly dropChunks: (scope: string, sha256: string) => Promise<void>;
  /** Verified files in order of scope and hash, later than this one, at most `limit`. */
  readonly verifiedAfter: (last: Pick<StoredFile, 'scope' | 'sha256'> | undefined, limit: number) => Promise<readonly StoredFile[]>;
  /** Forgets every upload that was not finished. Its bytes are the caller's to let go of. */
  readonly dropUnverified: () => Promise<void>;
  /** Whether each of these is verified and which chunks are there; what is not known is left out. */
  readonly progressOf: (scope: string, sha256s: readonly string[]) => Promise<ReadonlyMap<string, { readonly verified: boolean; readonly chunks: readonly number[] }>>;
  /** Whoever reads `scope` may have the file of `source` with this hash. Made by sharing a photo, never by asking. */
  readonly addLink: (scope: string, sha256: string, source: string) => Promise<void>;
  /** Forgets the file and its chunks, and whatever let the readers of `scope` have it from elsewhere. */
  readonly dropFile: (scope: string, sha256: string) => Promise<void>;
  /** The scopes whose readers may have the file of `source`. */
  readonly linksTo: (source: string, sha256: string) => Promise<readonly string[]>;
  readonly linkedSources: (scope: string, sha256: string) => Promise<readonly string[]>;
};
