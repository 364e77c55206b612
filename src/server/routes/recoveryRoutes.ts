import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { sha256OfText } from '#core/bytes.ts';
import { recoveryLook, recoveryRequest } from '#core/protocol/identityWire.ts';
import { countTry } from '#server/auth/slowDown.ts';
import { callFrom } from '#server/http/callFrom.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { refuse } from '#server/http/refuse.ts';
import { signedIn, type SignedInCall } from '#server/http/signedIn.ts';
import { askRecovery, recoveryStateOf, refuseRecovery, waitingRequests } from '#server/recovery/askRecovery.ts';

const byId = v.object({ id: v.pipe(v.string(), v.uuid()) });
/** Requests from one address: a team may sit behind one. */
const FREE_REQUESTS = 30;

/** `POST /api/recovery`: a locked tablet asks to be opened. Nobody is signed in. */
export const askRecoveryRoute = (deps: RouteDeps) => async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const body = v.safeParse(recoveryRequest, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  const waitSeconds = await countTry(deps, sha256OfText(`recovery ${request.ip}`), FREE_REQUESTS);
  if (waitSeconds > 0) return refuse(reply.header('retry-after', waitSeconds), 'wait');
  const asked = await askRecovery(deps.store, body.output, deps.nowMs(), callFrom(request));
  return asked.ok ? reply.code(204).send() : refuse(reply, asked.error.type);
};

/** `POST /api/recovery/:id`: what became of it, for the tablet that knows the token. */
export const lookRecoveryRoute = (deps: RouteDeps) => async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const params = v.safeParse(byId, request.params);
  const body = v.safeParse(recoveryLook, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  const state = params.success && (await deps.store.transaction((tx) => recoveryStateOf(tx, params.output.id, body.output.token, deps.nowMs())));
  return state ? reply.send(state) : refuse(reply, 'not-found');
};

/** `GET /api/admin/recovery-requests`. */
export const recoveryRequestsRoute = (deps: RouteDeps) => signedIn(deps, async (call) => {
  if (!(await isAdministrator(deps, call))) return refuse(call.reply, 'not-allowed');
  return call.reply.send({ requests: await deps.store.transaction((tx) => waitingRequests(tx, deps.nowMs())) });
});

/** `POST /api/admin/recovery-requests/:id/refuse`. */
export const refuseRecoveryRoute = (deps: RouteDeps) => signedIn(deps, async (call) => {
  if (!(await isAdministrator(deps, call))) return refuse(call.reply, 'not-allowed');
  const params = v.safeParse(byId, call.request.params);
  if (!params.success) return refuse(call.reply, 'not-found');
  const refused = await refuseRecovery(deps.store, { userId: call.session.userId, from: callFrom(call.request) }, params.output.id, deps.nowMs());
  return refused.ok ? call.reply.code(204).send() : refuse(call.reply, refused.error.type);
});

const isAdministrator = async ({ store }: RouteDeps, { session }: SignedInCall): Promise<boolean> =>
  (await store.transaction((tx) => tx.people.accountById(session.userId)))?.role === 'admin';
