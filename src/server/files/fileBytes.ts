/**
 * Where the bytes of files lie: a folder, or an object store. The database knows which pieces count; a piece's name is given
 * once and never again, so that dropping one that does not count can take nothing from anybody.
 */
export type FileBytes = {
  /** Durable when it resolves. */
  readonly write: (file: FileName, piece: string, bytes: Uint8Array) => Promise<void>;
  readonly read: (file: FileName, piece: string) => Promise<Uint8Array | undefined>;
  /** Throws where nothing can be written or read now. */
  readonly check: () => Promise<void>;
  /** Pieces that are not there are no failure. */
  readonly drop: (file: FileName, pieces: readonly string[]) => Promise<void>;
};

export type FileName = { readonly scope: string; readonly sha256: string };
