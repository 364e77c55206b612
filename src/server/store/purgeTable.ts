import type { ScopeId } from '#core/op/scope.ts';

/** An op whose words were erased, or will be as soon as somebody brings them. */
export type StoredPurge = {
  readonly scope: ScopeId;
  readonly id: string;
  /** Contiguous from 1 per scope: a tablet asks for those after the last that it carried out. */
  readonly n: number;
  readonly at: string;
};

export type PurgeTable = {
  /** The ids among these that were purged. */
  readonly purgedIds: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The last `n` of the scope, 0 at first. Ask under the scope's lock when adding. */
  readonly lastOf: (scope: ScopeId) => Promise<number>;
  readonly add: (purges: readonly StoredPurge[]) => Promise<void>;
  /** In order of `n`, at most `limit`. */
  readonly after: (scope: ScopeId, n: number, limit: number) => Promise<readonly StoredPurge[]>;
  /** All of them, in order of scope and `n`. */
  readonly all: () => Promise<readonly StoredPurge[]>;
};
