/** A locked tablet that asks to be opened. */
export type StoredRecovery = {
  readonly id: string;
  readonly userId: string;
  readonly device: string;
  readonly keyId: string;
  /** JSON of a `SealedBox`: the tablet's data key, sealed to the recovery key. */
  readonly sealed: string;
  readonly answerKey: string;
  readonly tokenHash: string;
  readonly askedAtMs: number;
  readonly expiresAtMs: number;
  readonly state: 'waiting' | 'refused' | 'answered';
  /** JSON of a `SealedBox`; '' until it is answered. */
  readonly answer: string;
};

export type RecoveryTable = {
  readonly add: (request: StoredRecovery) => Promise<void>;
  readonly byId: (id: string) => Promise<StoredRecovery | undefined>;
  /** Not yet expired at this moment, in whatever state, oldest first. */
  readonly current: (nowMs: number) => Promise<readonly StoredRecovery[]>;
  readonly setState: (id: string, state: StoredRecovery['state'], answer: string) => Promise<void>;
};
