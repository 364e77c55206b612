/** What an account is, in the installation. */
export const ACCOUNT_ROLES = [
  'admin', 'regional_manager', 'team_leader', 'technical_advisor', 'accreditation_manager', 'agency_reader', 'observer',
] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** What a person may be **in one scope**: given online only; no op grants anything. An administrator and an observer are nothing in any scope. */
export const GRANT_ROLES = ['regional_manager', 'team_leader', 'technical_advisor', 'accreditation_manager', 'agency_reader'] as const;
export type GrantRole = (typeof GRANT_ROLES)[number];

/** The accounts whose home is the agency that is visited: they never see a visit, and of a manual only what a finding names. */
export const isOfAgency = (role: AccountRole): boolean => role === 'accreditation_manager' || role === 'agency_reader';

/** The accounts that read and write in no scope: their screens ask the server each time. */
export const hasNoScope = (role: AccountRole): boolean => role === 'admin' || role === 'observer';

/** What an account may be put down as in a scope: a leader may also advise, everybody else is only what their account is. */
export const mayHold = (account: AccountRole, grant: GrantRole): boolean =>
  account === grant || (account === 'team_leader' && grant === 'technical_advisor');

export type Grant = { readonly userId: string; readonly scope: string; readonly role: GrantRole };

/** What everybody who shares a scope with a person may know of them. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** Unique in the installation, said aloud: MR, MR2. */
  readonly code: string;
  readonly role: AccountRole;
};
