import type { FieldValues } from '#core/op/op.ts';
import { nextSpokenCode, type CodeKind } from '#core/visit/spokenCode.ts';
import type { Workspace } from '#client/storage/workspace.ts';

/** The fields that begin a record of a visit: the code that people say aloud, the language of its note, when it was seen. */
export function beginRecord(workspace: Workspace, kind: CodeKind, textLang: 'es' | 'en'): FieldValues {
  return {
    code: nextSpokenCode(kind, workspace.me.person.code, workspace.deviceLetter, workspace.spokenCodes()),
    textLang,
    observedAt: new Date(workspace.nowMs()).toISOString(),
  };
}
