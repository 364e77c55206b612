import * as v from 'valibot';
import { passwordRequest } from '#core/protocol/identityWire.ts';
import { changePassword } from '#server/auth/changePassword.ts';
import { callFrom } from '#server/http/callFrom.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { refuse } from '#server/http/refuse.ts';
import { signedIn } from '#server/http/signedIn.ts';

/** `POST /api/password`. A wrong old key is refused with 403: with 401 the tablet would take its session for ended. */
export const passwordRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const body = v.safeParse(passwordRequest, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  const changed = await changePassword(deps, session, body.output, callFrom(request));
  if (changed.ok) return reply.code(204).send();
  switch (changed.error.type) {
    case 'wrong-credentials': return refuse(reply, 'wrong-password');
    case 'wait': return refuse(reply.header('retry-after', changed.error.seconds), 'wait');
  }
});
