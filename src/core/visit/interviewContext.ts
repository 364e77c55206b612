import { readString } from '#core/op/readField.ts';
import { entityOf, type ScopeState } from '#core/op/scopeState.ts';

export type InterviewContext = { readonly unit: string | undefined; readonly shift: string | undefined };

/**
 * What could name the person behind a code: unit and shift. Kept out of `Interview` on purpose, so that no list, search,
 * report or export can carry it along; only the interview's own page asks for it. Purged first.
 */
export function interviewContext(visit: ScopeState, id: string): InterviewContext {
  const entity = entityOf(visit, 'interview', id);
  return { unit: readString(entity, 'unit'), shift: readString(entity, 'shift') };
}
