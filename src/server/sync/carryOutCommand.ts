import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import type { Command } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { makeScope } from './makeScope.ts';
import { hasAccountRole, replaceTeam, teamFits, type TeamOfVisit } from './visitTeam.ts';

/**
 * The only way in which scopes and grants come into being. A command that the person may not give does nothing: the
 * ops that came with it are then refused by the ordinary check. The same command again changes nothing. Gives whether it did something.
 */
export async function carryOutCommand(tx: StoreTransaction, userId: string, command: Command): Promise<boolean> {
  switch (command.type) {
    case 'create-agency': return createAgency(tx, userId, command.agency);
    case 'set-team': return setTeam(tx, userId, command);
    case 'name-manager': return nameManager(tx, userId, command);
  }
}

export function scopesOfCommand(command: Command): readonly ScopeId[] {
  const agency = agencyScope(command.agency);
  return command.type === 'set-team' ? [agency, visitScope(command.visit)] : [agency];
}

async function createAgency(tx: StoreTransaction, userId: string, agency: string): Promise<boolean> {
  const scope = agencyScope(agency);
  if (!(await hasAccountRole(tx, userId, ['team_leader']))) return false;
  if (await tx.ops.scopeById(scope)) return false;
  await makeScope(tx, scope, agency, userId);
  await tx.people.addGrant({ userId, scope, role: 'team_leader', via: 'create-agency' });
  return true;
}

async function setTeam(tx: StoreTransaction, userId: string, command: TeamOfVisit): Promise<boolean> {
  if (!(await leadsIn(tx, userId, agencyScope(command.agency)))) return false;
  if (!(await teamFits(tx, command))) return false;
  const visit = visitScope(command.visit);
  if (!(await tx.ops.scopeById(visit))) await makeScope(tx, visit, command.agency, userId);
  if (await isSet(tx, command)) return false;
  await replaceTeam(tx, command);
  return true;
}

/** A team that is as it was set keeps its key. */
async function isSet(tx: StoreTransaction, { visit, leader, advisors }: TeamOfVisit): Promise<boolean> {
  const team = new Map<string, GrantRole>([...advisors.map((advisor) => [advisor, 'technical_advisor'] as const), [leader, 'team_leader']]);
  const given = (await tx.people.grantsIn(visitScope(visit))).filter(({ via }) => via === `visit:${visit}`);
  return given.length === team.size && given.every(({ userId, role }) => team.get(userId) === role);
}

async function nameManager(tx: StoreTransaction, userId: string, command: Extract<Command, { type: 'name-manager' }>): Promise<boolean> {
  const scope = agencyScope(command.agency);
  if (!(await leadsIn(tx, userId, scope))) return false;
  if (!(await hasAccountRole(tx, command.user, ['accreditation_manager']))) return false;
  await tx.people.addGrant({ userId: command.user, scope, role: 'accreditation_manager', via: 'name-manager' });
  return true;
}

async function leadsIn(tx: StoreTransaction, userId: string, scope: ScopeId): Promise<boolean> {
  const grants = await tx.people.grantsOf(userId);
  return grants.some((grant) => grant.scope === scope && grant.role === 'team_leader');
}
