import { sha256OfText } from '#core/bytes.ts';
import type { AccountRole } from '#core/people/role.ts';
import type { StoredForm } from '#server/store/formTable.ts';

/** Who fills forms in, reads them or keeps them. An agency has no use for the questions of its evaluators. */
export const mayUseForms = (role: AccountRole): boolean => role === 'team_leader' || role === 'technical_advisor' || role === 'regional_manager' || role === 'admin';

export const mayAddForms = (role: AccountRole): boolean => role === 'team_leader' || role === 'admin';

/** Of what the tablets should hold. */
export const hashOfForms = (forms: readonly StoredForm[]): string => sha256OfText(forms.map(({ id, revision }) => `${id}@${revision}`).join('\n'));
