import { isScopeId, scopeKind, scopeSubject } from '#core/op/scope.ts';
import type { Op } from '#core/op/op.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import type { RolesByScope } from './rolesOf.ts';

/** A photo is shared from a visit that its author may read, with the agency that was visited and no other. */
export async function maySharePhoto(tx: StoreTransaction, roles: RolesByScope, op: Op): Promise<boolean> {
  const source = op.entity === 'sharedPhoto' ? op.set['source'] : undefined;
  if (source === undefined) return true;
  if (typeof source !== 'string' || !isScopeId(source) || scopeKind(source) !== 'visit' || !roles.has(source)) return false;
  return (await tx.ops.scopeById(source))?.agency === scopeSubject(op.scope);
}

/** Lets the readers of the agency have the two files of the photo. No bytes travel. */
export async function linkSharedFiles(tx: StoreTransaction, { entity, scope, set }: Op): Promise<void> {
  if (entity !== 'sharedPhoto' || typeof set['source'] !== 'string') return;
  for (const file of [set['workingFile'], set['thumbFile']]) {
    if (typeof file === 'string') await tx.files.addLink(scope, file, set['source']);
  }
}
