import type { FastifyReply, FastifyRequest } from 'fastify';
import { useSession, type LiveSession } from '#server/auth/session.ts';
import type { RouteDeps } from './appDeps.ts';
import { refuse } from './refuse.ts';
import { SESSION_COOKIE, setSessionCookie } from './sessionCookie.ts';

export type SignedInCall = { readonly session: LiveSession; readonly request: FastifyRequest; readonly reply: FastifyReply };

/** A route for people with a session; anybody else is refused before anything is read. */
export function signedIn(deps: RouteDeps, work: (call: SignedInCall) => Promise<unknown>) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const token = request.cookies[SESSION_COOKIE];
    const session = token === undefined ? undefined : await useSession(deps.store, token, deps.nowMs());
    if (token === undefined || !session) return refuse(reply, 'not-signed-in');
    if (session.renewed) setSessionCookie(request, reply, token);
    return work({ session, request, reply });
  };
}
