import type { FieldValues } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import type { Result } from '#core/result.ts';

/** Half-typed text, encrypted. Survives a killed tab; sealed into an op when the person leaves the field. */
export type Draft = {
  readonly key: string;
  readonly scope: ScopeId;
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
  readonly value: string;
  /** Fields that are written beside it, such as the note's language. */
  readonly also: FieldValues;
  /** Heads of the field when editing began. */
  readonly base: readonly string[];
  readonly startedAtMs: number;
};

export type DraftStore = {
  /** From memory: all drafts are loaded at unlock. */
  readonly get: (key: string) => Draft | undefined;
  /** Whether any text is half-typed anywhere: no update is offered then. */
  readonly any: () => boolean;
  /** Resolves after a durable transaction. */
  readonly put: (draft: Draft) => Promise<Result<void, DraftError>>;
  readonly remove: (key: string) => Promise<Result<void, DraftError>>;
};

export type DraftError = { readonly type: 'disk-full' } | { readonly type: 'storage-lost' };

/** The key of a field's draft. */
export const draftKey = (scope: string, entity: string, entityId: string, field: string): string => `${scope}|${entity}|${entityId}|${field}`;
