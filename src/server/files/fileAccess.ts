import { isScopeId, scopeKind } from '#core/op/scope.ts';
import type { GrantRole } from '#core/people/role.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import type { RolesByScope } from '#server/sync/rolesOf.ts';
import type { FileName } from './fileBytes.ts';

const WRITERS: Readonly<Record<'agency' | 'visit', readonly GrantRole[]>> = {
  visit: ['team_leader', 'technical_advisor'],
  agency: ['team_leader', 'accreditation_manager'],
};

export type FileAccess = 'none' | 'read' | 'write';

/** What a person may do with the files of a scope. Never decided by knowing a hash. */
export function fileAccess(roles: RolesByScope, scope: string): FileAccess {
  const granted = isScopeId(scope) ? roles.get(scope) : undefined;
  if (!isScopeId(scope) || !granted) return 'none';
  return WRITERS[scopeKind(scope)].some((role) => granted.has(role)) ? 'write' : 'read';
}

/** Where the verified bytes lie that a reader of the scope may have: its own, or of a visit that shared them. */
export async function verifiedSource(tx: StoreTransaction, { scope, sha256 }: FileName): Promise<FileName | undefined> {
  for (const source of [scope, ...(await tx.files.linkedSources(scope, sha256))]) {
    if ((await tx.files.file(source, sha256))?.verified) return { scope: source, sha256 };
  }
  return undefined;
}
