import { isScopeId, type ScopeId } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** Roles by scope: everything that one person may read, and nothing else is ever read for them. */
export type RolesByScope = ReadonlyMap<ScopeId, ReadonlySet<GrantRole>>;

/** In order of the scope's id. */
export async function rolesOf(tx: StoreTransaction, userId: string): Promise<RolesByScope> {
  const roles = new Map<ScopeId, Set<GrantRole>>();
  const grants = [...(await tx.people.grantsOf(userId))].sort((a, b) => (a.scope < b.scope ? -1 : 1));
  for (const { scope, role } of grants) {
    if (!isScopeId(scope)) throw new Error(`a grant on no scope: ${scope}`);
    const granted = roles.get(scope);
    if (granted) granted.add(role);
    else roles.set(scope, new Set([role]));
  }
  return roles;
}

/** What a person may write in a batch that also changes their roles: what they could write before it, and after it. */
export function united(a: RolesByScope, b: RolesByScope): RolesByScope {
  const roles = new Map(a);
  for (const [scope, granted] of b) roles.set(scope, new Set([...(roles.get(scope) ?? []), ...granted]));
  return roles;
}
