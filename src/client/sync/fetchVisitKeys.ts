import { scopeKind, type ScopeId } from '#core/op/scope.ts';
import type { VisitKey } from '#core/protocol/wire.ts';
import { ok, type Result } from '#core/result.ts';
import type { VisitKeyRing } from '#client/storage/keys/visitKeys.ts';
import type { Replica } from '#client/storage/log/replica.ts';
import type { Api } from './api.ts';
import type { ApiFailure } from './request.ts';

/** Brings the keys of the visits whose team the person is on, so that a colleague's file opens without a network. */
export async function fetchVisitKeys(replica: Pick<Replica, 'scopes'>, ring: Pick<VisitKeyRing, 'save'>, api: Pick<Api, 'visitKeys'>): Promise<Result<void, ApiFailure>> {
  const keys = new Map<ScopeId, readonly VisitKey[]>();
  for (const [scope, roles] of replica.scopes()) {
    if (scopeKind(scope) !== 'visit' || !(roles.has('team_leader') || roles.has('technical_advisor'))) continue;
    const given = await api.visitKeys(scope);
    if (given.ok) keys.set(scope, given.value);
    // A visit that the server does not know yet, or a team that the person has just left.
    else if (given.error.type !== 'refused') return given;
  }
  await ring.save(keys);
  return ok(undefined);
}
