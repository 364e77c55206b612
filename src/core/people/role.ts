/** What an account is, in the installation. */
export const ACCOUNT_ROLES = ['team_leader', 'technical_advisor', 'accreditation_manager'] as const;
export type AccountRole = (typeof ACCOUNT_ROLES)[number];

/** What a person is **in one scope**. Given by online commands only; no op grants anything. */
export type GrantRole = AccountRole;

export type Grant = { readonly userId: string; readonly scope: string; readonly role: GrantRole };

/** What everybody who shares a scope with a person may know of them. */
export type Person = {
  readonly id: string;
  readonly name: string;
  /** Unique in the installation, said aloud: MR, MR2. */
  readonly code: string;
  readonly role: AccountRole;
};
