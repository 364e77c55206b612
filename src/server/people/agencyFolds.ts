import { agencyOf, type Agency } from '#core/agency/agency.ts';
import { addOps, emptyScopeState, type ScopeState } from '#core/op/scopeState.ts';
import { scopeSubject, type ScopeId } from '#core/op/scope.ts';
import { unpackOp } from '#core/protocol/packOp.ts';
import { visitCardsOf, type VisitCard } from '#core/visit/visitCard.ts';
import { readOpBody } from '#server/sync/opBody.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** The agency's card as its ops say now. */
export async function agencyCardOf(tx: StoreTransaction, scope: ScopeId): Promise<Agency | undefined> {
  return agencyOf(await foldEntity(tx, scope, 'agency'), scopeSubject(scope));
}

export const visitCardsIn = async (tx: StoreTransaction, scope: ScopeId): Promise<readonly VisitCard[]> => visitCardsOf(await foldEntity(tx, scope, 'visit'));

export const foldEntity = (tx: StoreTransaction, scope: ScopeId, entity: string): Promise<ScopeState> => foldEntities(tx, scope, [entity]);

/** What the ops of these kinds say together; the others of the scope are not read. */
export async function foldEntities(tx: StoreTransaction, scope: ScopeId, entities: readonly string[]): Promise<ScopeState> {
  let state = emptyScopeState;
  for (const entity of entities) state = addOps(state, (await tx.ops.opsOfEntity(scope, entity)).map(({ body }) => unpackOp(readOpBody(body))));
  return state;
}
