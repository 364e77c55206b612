import * as v from 'valibot';
import { agencyOf } from '#core/agency/agency.ts';
import { agencyFindingsOf } from '#core/finding/agencyFinding.ts';
import { scopeKind, scopeSubject, type ScopeId } from '#core/op/scope.ts';
import { ok } from '#core/result.ts';
import { totalsOf, type CountedAgency } from '#core/totals/totals.ts';
import { localDate } from '#core/visit/localDate.ts';
import { visitCardsOf } from '#core/visit/visitCard.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { roleRoute } from '#server/http/roleRoute.ts';
import { foldEntities } from '#server/people/agencyFolds.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** `GET /api/totals`: sums for who pays and evaluates. Made from the agencies' own scopes; no visit is read. */
export const totalsRoute = (deps: RouteDeps) => roleRoute(deps, ['observer', 'admin'], v.strictObject({}), async ({ tx, by }) => {
  const agencies: CountedAgency[] = [];
  for (const { id } of await tx.ops.scopes()) if (scopeKind(id) === 'agency') agencies.push(await counted(tx, id, by.atMs));
  return ok(totalsOf(agencies));
});

const COUNTED_ENTITIES = ['agency', 'visit', 'finding', 'submission', 'decision'] as const;

async function counted(tx: StoreTransaction, scope: ScopeId, nowMs: number): Promise<CountedAgency> {
  const state = await foldEntities(tx, scope, COUNTED_ENTITIES);
  const card = agencyOf(state, scopeSubject(scope));
  return { program: card?.program, visits: visitCardsOf(state), findings: agencyFindingsOf(state), today: localDate(nowMs, card?.timeZone ?? 'America/Mexico_City') };
}
