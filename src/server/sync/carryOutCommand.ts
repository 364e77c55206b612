import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import type { Command } from '#core/protocol/wire.ts';
import { FIRST_CHAIN } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
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
  await addScope(tx, scope, agency, userId);
  await tx.people.addGrant({ userId, scope, role: 'team_leader', via: 'create-agency' });
  return true;
}

async function setTeam(tx: StoreTransaction, userId: string, command: TeamOfVisit): Promise<boolean> {
  if (!(await leadsIn(tx, userId, agencyScope(command.agency)))) return false;
  if (!(await teamFits(tx, command))) return false;
  const visit = visitScope(command.visit);
  if (!(await tx.ops.scopeById(visit))) {
    await addScope(tx, visit, command.agency, userId);
    await letRegionRead(tx, agencyScope(command.agency), visit);
  }
  await replaceTeam(tx, command);
  return true;
}

/** Who has the agency in their region has its visits, whenever these are made. */
async function letRegionRead(tx: StoreTransaction, agency: ScopeId, visit: ScopeId): Promise<void> {
  for (const { userId, role, via } of await tx.people.grantsIn(agency)) {
    if (via === 'set-region') await tx.people.addGrant({ userId, scope: visit, role, via });
  }
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

async function addScope(tx: StoreTransaction, id: ScopeId, agency: string, createdBy: string): Promise<void> {
  await tx.ops.addScope({ id, agency, createdBy, seq: 0, chain: FIRST_CHAIN });
}
