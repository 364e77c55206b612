import { agencyScope, scopeKind, type ScopeId } from '#core/op/scope.ts';
import { FIRST_CHAIN } from '#core/op/chain.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** A scope with nothing in it. Who has the agency in their region has its visits, whenever these are made. */
export async function makeScope(tx: StoreTransaction, id: ScopeId, agency: string, createdBy: string): Promise<void> {
  await tx.ops.addScope({ id, agency, createdBy, seq: 0, chain: FIRST_CHAIN });
  if (scopeKind(id) === 'agency') return;
  for (const { userId, role, via } of await tx.people.grantsIn(agencyScope(agency))) {
    if (via === 'set-region') await tx.people.addGrant({ userId, scope: id, role, via });
  }
}
