import * as v from 'valibot';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { refuse } from '#server/http/refuse.ts';
import { signedIn } from '#server/http/signedIn.ts';
import { visitKeysFor } from '#server/visits/visitKeys.ts';

const params = v.object({ scope: v.string() });

/** `GET /api/visits/:scope/keys`: what a team opens each other's files with, for its members only. */
export const visitKeysRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const { scope } = v.parse(params, request.params);
  const keys = await deps.store.transaction((tx) => visitKeysFor(tx, session.userId, scope, deps));
  return keys ? reply.send(keys) : refuse(reply, 'not-found');
});
