import * as v from 'valibot';
import { agencyPeopleRequest, visitTeamRequest, type adminAgencies, type AdminAgency, type AdminVisit } from '#core/admin/adminApi.ts';
import { agencyScope, scopeKind, scopeSubject, visitScope, type ScopeId } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { VisitCard } from '#core/visit/visitCard.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { adminRoute } from '#server/http/roleRoute.ts';
import { agencyCardOf, visitCardsIn } from '#server/people/agencyFolds.ts';
import type { StoredScope } from '#server/store/opTables.ts';
import type { StoredGrant } from '#server/store/peopleTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { hasAccountRole, replaceTeam, teamFits } from '#server/sync/visitTeam.ts';

/** `GET /api/admin/agencies`: each with who reads and writes there, as granted. */
export const listAgencies = (deps: RouteDeps) => adminRoute(deps, v.strictObject({}), async ({ tx }) => {
  const scopes = await tx.ops.scopes();
  const agencies: AdminAgency[] = [];
  for (const { id: scope, agency } of scopes) {
    if (scopeKind(scope) === 'agency') agencies.push(await shownAgency(tx, scope, scopes.filter((one) => one.agency === agency && scopeKind(one.id) === 'visit')));
  }
  return ok({ agencies } satisfies v.InferOutput<typeof adminAgencies>);
});

async function shownAgency(tx: StoreTransaction, scope: ScopeId, visits: readonly StoredScope[]): Promise<AdminAgency> {
  const card = await agencyCardOf(tx, scope);
  const cards = new Map((await visitCardsIn(tx, scope)).map((visit) => [visit.id, visit]));
  const grants = await tx.people.grantsIn(scope);
  return {
    id: scopeSubject(scope), name: card?.name ?? '', acronym: card?.acronym ?? '',
    ...(card?.program === undefined ? {} : { program: card.program }), ...(card?.state === undefined ? {} : { state: card.state }),
    managers: holders(grants, 'accreditation_manager'), readers: holders(grants, 'agency_reader'), region: holders(grants, 'regional_manager'),
    visits: visits.map(({ id }) => shownVisit(scopeSubject(id), cards.get(scopeSubject(id)), grants))
      .sort((a, b) => (a.startDate > b.startDate ? -1 : 1)),
  };
}

function shownVisit(id: string, card: VisitCard | undefined, grants: readonly StoredGrant[]): AdminVisit {
  const team = grants.filter(({ via }) => via === `visit:${id}`);
  const [leader] = holders(team, 'team_leader');
  return {
    id, startDate: card?.startDate ?? '', endDate: card?.endDate ?? '', advisors: holders(team, 'technical_advisor'),
    ...(card?.kind === undefined ? {} : { kind: card.kind }), ...(leader === undefined ? {} : { leader }),
  };
}

const holders = (grants: readonly StoredGrant[], role: GrantRole): string[] =>
  [...new Set(grants.filter((grant) => grant.role === role).map(({ userId }) => userId))];

/** `POST /api/admin/agencies/:agency/region`: the regional managers who read the agency and all its visits. */
export const setRegion = (deps: RouteDeps) => adminRoute(deps, agencyPeopleRequest, async ({ tx, input, by }) => {
  const visits = (await tx.ops.scopes()).filter(({ id, agency }) => agency === input.agency && scopeKind(id) === 'visit').map(({ id }) => id);
  const changed = await setReaders(tx, input, { role: 'regional_manager', via: 'set-region' }, visits);
  if (changed.ok && changed.value) await recordAudit(tx, { action: 'region-set', subject: input.agency, ...by, detail: { users: input.users } });
  return changed.ok ? ok(undefined) : changed;
});

/** `POST /api/admin/agencies/:agency/readers`: who reads the agency's list. */
export const setAgencyReaders = (deps: RouteDeps) => adminRoute(deps, agencyPeopleRequest, async ({ tx, input, by }) => {
  const changed = await setReaders(tx, input, { role: 'agency_reader', via: 'name-reader' }, []);
  if (changed.ok && changed.value) await recordAudit(tx, { action: 'readers-set', subject: input.agency, ...by, detail: { users: input.users } });
  return changed.ok ? ok(undefined) : changed;
});

/** Gives and takes until exactly these people have the role; gives whether anything changed. */
async function setReaders(
  tx: StoreTransaction,
  { agency, users }: { readonly agency: string; readonly users: readonly string[] },
  grant: Pick<StoredGrant, 'role' | 'via'>,
  alsoIn: readonly ScopeId[],
): Promise<Result<boolean, 'not-found' | 'does-not-fit'>> {
  const scope = agencyScope(agency);
  if (!(await tx.ops.scopeById(scope))) return err('not-found');
  const before = (await tx.people.grantsIn(scope)).filter(({ via }) => via === grant.via).map(({ userId }) => userId);
  const given = users.filter((user) => !before.includes(user));
  const taken = before.filter((user) => !users.includes(user));
  for (const user of given) if (!(await hasAccountRole(tx, user, [grant.role]))) return err('does-not-fit');
  for (const one of [scope, ...alsoIn]) {
    for (const userId of given) await tx.people.addGrant({ ...grant, scope: one, userId });
    for (const userId of taken) await tx.people.removeGrant({ ...grant, scope: one, userId });
  }
  return ok(given.length + taken.length > 0);
}

/** `POST /api/admin/agencies/:agency/visits/:visit/team`: also where the leader is gone. The visit's card is the new leader's to correct. */
export const setVisitTeam = (deps: RouteDeps) => adminRoute(deps, visitTeamRequest, async ({ tx, input, by }) => {
  if (!(await tx.ops.scopeById(visitScope(input.visit)))) return err('not-found');
  if (!(await teamFits(tx, input))) return err('does-not-fit');
  await replaceTeam(tx, input);
  const { agency, ...detail } = input;
  await recordAudit(tx, { action: 'team-set', subject: agency, ...by, detail });
  return ok(undefined);
});
