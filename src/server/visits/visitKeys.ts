import { newUuid, type IdSource } from '#core/ids.ts';
import { isScopeId, scopeKind } from '#core/op/scope.ts';
import type { VisitKey } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { rolesOf } from '#server/sync/rolesOf.ts';

const KEY_BYTES = 32;

/**
 * Every key that the visit ever had, newest last, for members of its team; `undefined` for everybody else. One is made when
 * there is none yet, and after each change of the team, so that who has left cannot open what is passed on later.
 */
export async function visitKeysFor(tx: StoreTransaction, userId: string, scope: string, source: IdSource): Promise<readonly VisitKey[] | undefined> {
  if (!isScopeId(scope) || scopeKind(scope) !== 'visit') return undefined;
  const roles = (await rolesOf(tx, userId)).get(scope);
  if (!roles?.has('team_leader') && !roles?.has('technical_advisor')) return undefined;
  // Two tablets that ask at once must be given the same new key.
  await tx.ops.lockScopes([scope]);
  const known = await tx.visitKeys.keysOf(scope);
  if (known.some((key) => !key.retired)) return known.map(keyOf);
  const fresh = {
    scope, id: newUuid(source), key: Buffer.from(source.randomBytes(KEY_BYTES)).toString('base64url'), madeAt: new Date(source.nowMs()).toISOString(), retired: false,
  };
  await tx.visitKeys.add(fresh);
  return [...known, fresh].map(keyOf);
}

const keyOf = ({ id, key }: VisitKey): VisitKey => ({ id, key });
