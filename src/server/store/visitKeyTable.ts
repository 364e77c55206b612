/** A key under which a visit's team passes files from tablet to tablet. Old ones stay: a file made under them must still open. */
export type StoredVisitKey = {
  readonly scope: string;
  /** UUIDv7: sorts by age. */
  readonly id: string;
  /** 32 random bytes, base64url. */
  readonly key: string;
  readonly madeAt: string;
  /** The team was set anew since: the next member who asks has another one made. */
  readonly retired: boolean;
};

export type VisitKeyTable = {
  /** Oldest first. */
  readonly keysOf: (scope: string) => Promise<readonly StoredVisitKey[]>;
  readonly add: (key: StoredVisitKey) => Promise<void>;
  readonly retire: (scope: string) => Promise<void>;
};
