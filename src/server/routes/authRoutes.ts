import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { authParamsRequest, signInRequest, type AuthParams } from '#core/protocol/wire.ts';
import { sha256OfText } from '#core/bytes.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import { normalEmail } from '#server/auth/normalEmail.ts';
import { signIn } from '#server/auth/signIn.ts';
import { fakeUserId } from '#server/auth/userId.ts';
import { callFrom } from '#server/http/callFrom.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { refuse } from '#server/http/refuse.ts';
import { SESSION_COOKIE, clearSessionCookie, setSessionCookie } from '#server/http/sessionCookie.ts';

/** `POST /api/auth/params`: the ids that the derivation of keys needs; a stable fake for an e-mail that nobody has. */
export const authParams = (deps: RouteDeps) => async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const body = v.safeParse(authParamsRequest, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  const email = normalEmail(body.output.email);
  const fake = fakeUserId(deps.keys.fakeUserKey, email);
  const answer: AuthParams = await deps.store.transaction(async (tx) => {
    const installationId = await tx.meta.get('installationId');
    if (installationId === undefined) throw new Error('the store was never set up');
    return { installationId, userId: (await tx.people.accountByEmail(email))?.id ?? fake };
  });
  return reply.send(answer);
};

/** `POST /api/auth/sign-in`: opens a session and answers with its cookie only. */
export const signInRoute = (deps: RouteDeps) => async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const body = v.safeParse(signInRequest, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  const opened = await signIn(deps, body.output.email, body.output.signInKey, callFrom(request));
  if (opened.ok) {
    setSessionCookie(request, reply, opened.value.token);
    return reply.code(204).send();
  }
  switch (opened.error.type) {
    case 'wrong-credentials': return refuse(reply, 'wrong-credentials');
    case 'disabled': return refuse(reply, 'disabled');
    case 'wait': return refuse(reply.header('retry-after', opened.error.seconds), 'wait');
  }
};

/** `POST /api/auth/sign-out`: ends the session, if there is one. */
export const signOut = (deps: RouteDeps) => async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const token = request.cookies[SESSION_COOKIE];
  if (token !== undefined) {
    await deps.store.transaction(async (tx) => {
      const session = await tx.people.sessionByHash(sha256OfText(token));
      if (!session) return;
      await tx.people.deleteSession(session.tokenHash);
      await recordAudit(tx, { action: 'sign-out', subject: session.userId, actor: session.userId, atMs: deps.nowMs(), ...callFrom(request) });
    });
  }
  clearSessionCookie(request, reply);
  return reply.code(204).send();
};
