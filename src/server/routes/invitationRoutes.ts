import * as v from 'valibot';
import { invitationRequest } from '#core/protocol/identityWire.ts';
import { callFrom } from '#server/http/callFrom.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { refuse } from '#server/http/refuse.ts';
import { signedIn } from '#server/http/signedIn.ts';
import { listInvitations } from '#server/invitations/listInvitations.ts';
import { makeInvitation, makeReset } from '#server/invitations/makeInvitation.ts';
import { revokeInvitation } from '#server/invitations/revokeInvitation.ts';

const byId = v.object({ id: v.pipe(v.string(), v.uuid()) });

/** `GET /api/admin/invitations`. */
export const invitationsRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, reply }) => {
  const list = await deps.store.transaction((tx) => listInvitations(tx, session.userId, deps.nowMs()));
  return list ? reply.send(list) : refuse(reply, 'not-allowed');
});

/** `POST /api/admin/invitations`: answers with the code, this once. */
export const inviteRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const body = v.safeParse(invitationRequest, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  const made = await makeInvitation(deps, { userId: session.userId, from: callFrom(request) }, body.output);
  return made.ok ? reply.send(made.value) : refuse(reply, made.error.type);
});

/** `POST /api/admin/invitations/:id/revoke`. */
export const revokeInvitationRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const params = v.safeParse(byId, request.params);
  if (!params.success) return refuse(reply, 'not-found');
  const revoked = await revokeInvitation(deps.store, { userId: session.userId, from: callFrom(request) }, params.output.id, deps.nowMs());
  return revoked.ok ? reply.code(204).send() : refuse(reply, revoked.error.type);
});

/** `POST /api/admin/people/:id/reset`: a code with which the person sets a new password. Opens nothing that is on their tablet. */
export const resetRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const params = v.safeParse(byId, request.params);
  if (!params.success) return refuse(reply, 'not-found');
  const made = await makeReset(deps, { userId: session.userId, from: callFrom(request) }, params.output.id);
  return made.ok ? reply.send(made.value) : refuse(reply, made.error.type);
});
