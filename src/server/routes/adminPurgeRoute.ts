import { purgeInterviewRequest, type PurgeInterviewAnswer } from '#core/admin/purgeInterview.ts';
import { scopeKind } from '#core/op/scope.ts';
import { ok } from '#core/result.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { adminRoute } from '#server/http/roleRoute.ts';
import { checkPurge, purge } from '#server/purge/purge.ts';

/**
 * `POST /api/admin/interviews/purge`: erases an interview by the code that was given to whoever was interviewed. Says how many records
 * there are and nothing of what they hold; `check` changes nothing.
 */
export const purgeInterview = (deps: RouteDeps) => adminRoute(deps, purgeInterviewRequest, async ({ tx, input, by }) => {
  const scopes = (await tx.ops.scopes()).map(({ id }) => id).filter((id) => scopeKind(id) === 'visit').sort();
  const request = { scopes, entity: 'interview', code: input.code };
  const { found } = input.check ? await checkPurge(tx, request) : await purge(tx, deps, request, by);
  return ok({ interviews: new Set(found.map(({ scope, entityId }) => `${scope} ${entityId}`)).size, ops: found.length } satisfies PurgeInterviewAnswer);
});
