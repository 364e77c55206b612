import type { FieldValues } from './op.ts';
import type { ScopeId } from './scope.ts';

/** What a screen asks to be written. Storage adds who, when, where, the counters and the hashes. */
export type Change = {
  readonly scope: ScopeId;
  readonly entity: string;
  /** `null`: the id of the op itself (append-only entities). */
  readonly entityId: string | null;
  readonly set: FieldValues;
  /** Heads per field when editing began. A field that is left out: the heads at the moment of sealing. */
  readonly base?: Readonly<Record<string, readonly string[]>>;
  readonly saw?: readonly string[];
};
