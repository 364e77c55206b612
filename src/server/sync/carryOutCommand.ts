import { agencyScope, visitScope, type ScopeId } from '#core/op/scope.ts';
import type { Command } from '#core/protocol/wire.ts';
import { FIRST_CHAIN } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/**
 * The only way in which scopes and grants come into being. A command that the person may not give does nothing: the
 * ops that came with it are then refused by the ordinary check. The same command again changes nothing.
 */
export async function carryOutCommand(tx: StoreTransaction, userId: string, command: Command): Promise<void> {
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

async function createAgency(tx: StoreTransaction, userId: string, agency: string): Promise<void> {
  const scope = agencyScope(agency);
  if (!(await hasAccountRole(tx, userId, ['team_leader']))) return;
  if (await tx.ops.scopeById(scope)) return;
  await addScope(tx, scope, agency, userId);
  await tx.people.addGrant({ userId, scope, role: 'team_leader', via: 'create-agency' });
}

async function setTeam(tx: StoreTransaction, userId: string, command: Extract<Command, { type: 'set-team' }>): Promise<void> {
  const agency = agencyScope(command.agency);
  const visit = visitScope(command.visit);
  const advisors = new Set(command.advisors.filter((advisor) => advisor !== command.leader));
  if (!(await leadsIn(tx, userId, agency))) return;
  if (!(await hasAccountRole(tx, command.leader, ['team_leader']))) return;
  for (const advisor of advisors) if (!(await hasAccountRole(tx, advisor, ['team_leader', 'technical_advisor']))) return;
  const known = await tx.ops.scopeById(visit);
  if (known && known.agency !== command.agency) return;

  if (!known) await addScope(tx, visit, command.agency, userId);
  const via = `visit:${command.visit}` as const;
  await tx.people.removeGrantsVia(via);
  await tx.visitKeys.retire(visit);
  if (!known) await letRegionRead(tx, agency, visit);
  for (const scope of [agency, visit]) {
    await tx.people.addGrant({ userId: command.leader, scope, role: 'team_leader', via });
    for (const advisor of advisors) await tx.people.addGrant({ userId: advisor, scope, role: 'technical_advisor', via });
  }
}

/** Who has the agency in their region has its visits, whenever these are made. */
async function letRegionRead(tx: StoreTransaction, agency: ScopeId, visit: ScopeId): Promise<void> {
  for (const { userId, role, via } of await tx.people.grantsIn(agency)) {
    if (via === 'set-region') await tx.people.addGrant({ userId, scope: visit, role, via });
  }
}

async function nameManager(tx: StoreTransaction, userId: string, command: Extract<Command, { type: 'name-manager' }>): Promise<void> {
  const scope = agencyScope(command.agency);
  if (!(await leadsIn(tx, userId, scope))) return;
  if (!(await hasAccountRole(tx, command.user, ['accreditation_manager']))) return;
  await tx.people.addGrant({ userId: command.user, scope, role: 'accreditation_manager', via: 'name-manager' });
}

async function leadsIn(tx: StoreTransaction, userId: string, scope: ScopeId): Promise<boolean> {
  const grants = await tx.people.grantsOf(userId);
  return grants.some((grant) => grant.scope === scope && grant.role === 'team_leader');
}

async function hasAccountRole(tx: StoreTransaction, userId: string, roles: readonly string[]): Promise<boolean> {
  const account = await tx.people.accountById(userId);
  return account !== undefined && roles.includes(account.role);
}

async function addScope(tx: StoreTransaction, id: ScopeId, agency: string, createdBy: string): Promise<void> {
  await tx.ops.addScope({ id, agency, createdBy, seq: 0, chain: FIRST_CHAIN });
}
