import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CallFrom } from '#server/auth/signIn.ts';
import { useSession, type LiveSession } from '#server/auth/session.ts';
import { PERSON_HEADER, type Erase } from '#core/protocol/wire.ts';
import type { RouteDeps } from './appDeps.ts';
import type { Limits } from './limits.ts';
import { refuse } from './refuse.ts';
import { callFrom } from './callFrom.ts';
import { SESSION_COOKIE, setSessionCookie } from './sessionCookie.ts';

export type SignedInCall = {
  readonly session: LiveSession;
  /** The address, and the device that the request names: not proved, like everything in a header. */
  readonly from: CallFrom;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

/** Which devices that were taken back may still use the route: one that gives nothing out, so that their work can arrive. */
type SignedInOptions = { readonly revoked?: readonly Erase[] };

/**
 * A route for people with a session; anybody else is refused before anything is read. Two people may share a tablet, and a
 * browser has one cookie jar: a request that names its person is refused when the session is another's.
 */
export function signedIn(deps: RouteDeps, work: (call: SignedInCall) => Promise<unknown>, { revoked = [] }: SignedInOptions = {}) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const token = request.cookies[SESSION_COOKIE];
    const from = callFrom(request);
    const session = token === undefined ? undefined : await useSession(deps.store, token, from.device, deps.nowMs());
    const waitSeconds = session ? writesOf(deps.limits, request, session) : deps.limits.count('address', request.ip);
    if (waitSeconds > 0) return refuse(reply.header('retry-after', waitSeconds), 'wait');
    if (token === undefined || !session) return refuse(reply, 'not-signed-in');
    const named = request.headers[PERSON_HEADER];
    if (named !== undefined && named !== session.userId) return refuse(reply, 'other-person');
    if (session.erase !== undefined && !revoked.includes(session.erase)) return refuse(reply, 'revoked');
    if (session.renewed) setSessionCookie(request, reply, token);
    return work({ session, from, request, reply });
  };
}

/** Reading is cheap, and the tablet does it when it is told of news; what writes is counted. */
function writesOf(limits: Limits, { method }: FastifyRequest, { tokenHash, userId }: LiveSession): number {
  return method === 'GET' || method === 'HEAD' ? 0 : Math.max(limits.count('session', tokenHash), limits.count('account', userId));
}
