import { createHmac, timingSafeEqual } from 'node:crypto';
import { isScopeId, scopeKind, agencyScope } from '#core/op/scope.ts';
import { homeText, type ScopeHome } from '#core/protocol/wire.ts';
import type { StoredScope } from '#server/store/opTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { makeScope } from './makeScope.ts';

/** Hex HMAC-SHA-256 by the server's own key, which lies outside the database and so survives a restore. */
export const macOf = (macKey: Uint8Array, text: string): string => createHmac('sha256', macKey).update(text).digest('hex');

export function isMacOf(macKey: Uint8Array, text: string, mac: string): boolean {
  const [a, b] = [Buffer.from(macOf(macKey, text), 'hex'), Buffer.from(mac, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** What a tablet keeps of a scope beside its pages. */
export function homeOf(macKey: Uint8Array, { id, agency, createdBy }: StoredScope): ScopeHome {
  const home = { scope: id, agency, createdBy };
  return { ...home, mac: macOf(macKey, homeText(home)) };
}

/**
 * Makes scopes again that a restored server forgot: agencies first, each with the grant of who created it. A scope that is there stays
 * as it is, so that nobody comes back who has left meanwhile.
 */
export async function remakeScopes(tx: StoreTransaction, macKey: Uint8Array, homes: readonly ScopeHome[]): Promise<void> {
  const proved = homes.filter((home) => isMacOf(macKey, homeText(home), home.mac));
  for (const { scope, agency, createdBy } of proved.toSorted((a, b) => (a.scope < b.scope ? -1 : 1))) {
    if (!isScopeId(scope) || (await tx.ops.scopeById(scope))) continue;
    const isVisit = scopeKind(scope) === 'visit';
    if (isVisit && !(await tx.ops.scopeById(agencyScope(agency)))) continue;
    await makeScope(tx, scope, agency, createdBy);
    if (!isVisit && (await tx.people.accountById(createdBy))?.role === 'team_leader') {
      await tx.people.addGrant({ userId: createdBy, scope, role: 'team_leader', via: 'create-agency' });
    }
  }
}
