import type { Change } from '#core/op/change.ts';
import { agencyScope } from '#core/op/scope.ts';
import type { Command } from '#core/protocol/wire.ts';
import { VISIT_KINDS } from '#core/visit/values.ts';
import { choice } from './newAgency.ts';
import type { FormFields } from './useKeptForm.ts';
import type { ListedEdition } from './useNewestEdition.ts';

export type VisitProblem = 'kind' | 'startDate' | 'endDate' | 'endBeforeStart' | 'edition' | 'leader';

/** What must be there, and in order, before a visit can be created. */
export function visitProblems(fields: FormFields, edition: ListedEdition | undefined, leader: string): readonly VisitProblem[] {
  const { startDate = '', endDate = '' } = fields;
  return [
    ...(choice(VISIT_KINDS, fields['kind']) ? [] : ['kind' as const]),
    ...(startDate === '' ? ['startDate' as const] : []),
    ...(endDate === '' ? ['endDate' as const] : endDate < startDate ? ['endBeforeStart' as const] : []),
    ...(edition ? [] : ['edition' as const]),
    ...(leader === '' ? ['leader' as const] : []),
  ];
}

export type NewVisit = { readonly changes: readonly Change[]; readonly command: Command };

/** The visit's card in the agency's scope, and the command that gives its team their rights. */
export function newVisit(agencyId: string, visitId: string, fields: FormFields, edition: ListedEdition, leader: string, advisors: readonly string[]): NewVisit {
  const team = [leader, ...advisors.filter((id) => id !== leader)];
  return {
    changes: [{
      scope: agencyScope(agencyId), entity: 'visit', entityId: visitId,
      set: {
        kind: choice(VISIT_KINDS, fields['kind']) ?? 'mock_dress_rehearsal',
        startDate: fields['startDate'] ?? '', endDate: fields['endDate'] ?? '',
        edition: edition.id, revision: edition.revision, leader,
        ...Object.fromEntries(team.map((id) => [`member.${id}`, true])),
      },
    }],
    command: { type: 'set-team', agency: agencyId, visit: visitId, leader, advisors: team.slice(1) },
  };
}
