import { foldText } from '#core/manual/foldText.ts';
import type { Interview } from './interview.ts';
import { ROLE_CATEGORIES, type RoleCategory } from './values.ts';

export type InterviewOrder = 'code' | 'role';
export type InterviewQuery = { readonly order: InterviewOrder; readonly mineOnly: boolean; readonly words: string; readonly me: string };
export type InterviewNames = { readonly role: (interview: Interview) => string; readonly standardNumber: (id: string) => string };
export type InterviewGroup = { readonly role: RoleCategory | undefined; readonly interviews: readonly Interview[] };

/** The interviews that a person asks for, by code; as one group, or one per role category in the order of the vocabulary. */
export function arrangeInterviews(all: readonly Interview[], query: InterviewQuery, names: InterviewNames): readonly InterviewGroup[] {
  const wanted = foldText(query.words).split(/\s+/).filter((word) => word !== '');
  const found = all
    .filter((interview) => !query.mineOnly || interview.author === query.me)
    .filter((interview) => mentions(interview, wanted, names))
    .toSorted((a, b) => a.code.localeCompare(b.code, 'es', { numeric: true }) || (a.id < b.id ? -1 : 1));
  if (found.length === 0) return [];
  if (query.order === 'code') return [{ role: undefined, interviews: found }];
  return [...ROLE_CATEGORIES, undefined]
    .map((role) => ({ role, interviews: found.filter((interview) => interview.roleCategory === role) }))
    .filter((group) => group.interviews.length > 0);
}

function mentions(interview: Interview, wanted: readonly string[], names: InterviewNames): boolean {
  const text = foldText([interview.code, names.role(interview), interview.text.text, ...interview.standards.map(names.standardNumber)].join(' '));
  return wanted.every((word) => text.includes(word));
}
