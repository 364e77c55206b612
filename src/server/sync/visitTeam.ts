import { agencyScope, visitScope } from '#core/op/scope.ts';
import type { AccountRole } from '#core/people/role.ts';
import type { StoreTransaction } from '#server/store/store.ts';

export type TeamOfVisit = { readonly agency: string; readonly visit: string; readonly leader: string; readonly advisors: readonly string[] };

/** Whether these people may be a team, and the visit is not another agency's. */
export async function teamFits(tx: StoreTransaction, { agency, visit, leader, advisors }: TeamOfVisit): Promise<boolean> {
  if (!(await hasAccountRole(tx, leader, ['team_leader']))) return false;
  for (const advisor of advisors) if (!(await hasAccountRole(tx, advisor, ['team_leader', 'technical_advisor']))) return false;
  const known = await tx.ops.scopeById(visitScope(visit));
  return known === undefined || known.agency === agency;
}

/** Gives a visit that is there its team: what it gave others before is gone, in `visit:` and `agency:`. */
export async function replaceTeam(tx: StoreTransaction, { agency, visit, leader, advisors }: TeamOfVisit): Promise<void> {
  const via = `visit:${visit}` as const;
  await tx.people.removeGrantsVia(via);
  // Who left the team keeps the keys they have; what is handed over from now on opens with a new one.
  await tx.visitKeys.retire(visitScope(visit));
  for (const scope of [agencyScope(agency), visitScope(visit)]) {
    await tx.people.addGrant({ userId: leader, scope, role: 'team_leader', via });
    for (const advisor of new Set(advisors)) if (advisor !== leader) await tx.people.addGrant({ userId: advisor, scope, role: 'technical_advisor', via });
  }
}

/** A closed account has no role. */
export async function hasAccountRole(tx: StoreTransaction, userId: string, roles: readonly AccountRole[]): Promise<boolean> {
  const account = await tx.people.accountById(userId);
  return account !== undefined && account.disabledAt === undefined && roles.includes(account.role);
}
