/** Where the bytes of files lie: a folder, later an object store. The database knows which chunks count. */
export type FileBytes = {
  /** Durable when it resolves; replaces what was there. */
  readonly write: (file: FileName, index: number, bytes: Uint8Array) => Promise<void>;
  readonly read: (file: FileName, index: number) => Promise<Uint8Array | undefined>;
  readonly drop: (file: FileName) => Promise<void>;
};

export type FileName = { readonly scope: string; readonly sha256: string };
