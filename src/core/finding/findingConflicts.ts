import type { Change } from '#core/op/change.ts';
import type { FieldValues, Op } from '#core/op/op.ts';
import type { ScopeId } from '#core/op/scope.ts';
import { sameJson, type Json } from '#core/json.ts';
import { viewField } from '#core/op/scopeState.ts';
import type { DraftFinding } from './draftFinding.ts';

export type ConflictSide = { readonly value: Json; readonly op: Op };

export type FindingConflict = {
  readonly field: string;
  /** One for each distinct value, in order of op id: the same on every tablet. */
  readonly sides: readonly ConflictSide[];
};

/** What two people wrote without knowing of each other. A finding's words are never merged by machine. */
export function findingConflictsOf(draft: DraftFinding): readonly FindingConflict[] {
  return draft.conflicts.flatMap((field) => {
    const view = viewField(draft.entity, field);
    if (view.kind !== 'conflict') return [];
    const sides = view.heads.filter((head, i) => view.heads.findIndex((other) => sameJson(other.value, head.value)) === i);
    return [{ field, sides }];
  });
}

/** The language that a text was written with: it is chosen together with its text. */
const LANGUAGE_OF: Readonly<Record<string, string>> = { statement: 'statementLang', proofWanted: 'proofWantedLang' };

/** Keeps one side. Sealing names all heads, so that the other stays in the history only. */
export function keepSide(scope: ScopeId, draft: DraftFinding, conflict: FindingConflict, side: ConflictSide): Change {
  const languageField = LANGUAGE_OF[conflict.field];
  const language = languageField === undefined ? undefined : side.op.set[languageField];
  const set: FieldValues = { [conflict.field]: side.value, ...(languageField !== undefined && language !== undefined ? { [languageField]: language } : {}) };
  return { scope, entity: 'finding', entityId: draft.id, set };
}
