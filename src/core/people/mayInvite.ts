import { ACCOUNT_ROLES, type AccountRole } from './role.ts';

/** Whom a person may invite: an administrator anybody, a team leader their advisors and the people of their agencies, others nobody. */
export function mayInvite(role: AccountRole): readonly AccountRole[] {
  switch (role) {
    case 'admin': return ACCOUNT_ROLES;
    case 'team_leader': return ['technical_advisor', 'accreditation_manager', 'agency_reader'];
    case 'regional_manager':
    case 'technical_advisor':
    case 'accreditation_manager':
    case 'agency_reader':
    case 'observer': return [];
  }
}
