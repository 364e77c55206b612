import type { RouteDeps } from '#server/http/appDeps.ts';
import { signedIn } from '#server/http/signedIn.ts';
import { meOf } from '#server/people/meOf.ts';

/** `GET /api/me`. */
export const meRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, reply }) =>
  reply.send(await deps.store.transaction((tx) => meOf(tx, session.userId))));
