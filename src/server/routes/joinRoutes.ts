import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { sha256OfText } from '#core/bytes.ts';
import { joinCodeRequest, joinRequest, type WhoJoins } from '#core/protocol/identityWire.ts';
import { ok } from '#core/result.ts';
import { countTry, clearTries } from '#server/auth/slowDown.ts';
import { callFrom } from '#server/http/callFrom.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { refuse } from '#server/http/refuse.ts';
import { setSessionCookie } from '#server/http/sessionCookie.ts';
import { findInvitation } from '#server/invitations/findInvitation.ts';
import { join } from '#server/invitations/join.ts';

/** Wrong codes from one address: a whole team sits behind one, and nobody guesses 100 bits. */
const FREE_CODES = 30;

/** `POST /api/join/look`: whom a code lets in. Nobody is signed in yet. */
export const lookRoute = (deps: RouteDeps) => async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const body = v.safeParse(joinCodeRequest, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  const waitSeconds = await countCode(deps, request);
  if (waitSeconds > 0) return refuse(reply.header('retry-after', waitSeconds), 'wait');
  const found = await deps.store.transaction(async (tx) => {
    const invitation = await findInvitation(tx, body.output.joinCode, deps.nowMs());
    if (!invitation.ok) return invitation;
    await clearTries(tx, triesOf(request), deps.nowMs());
    const installationId = await tx.meta.get('installationId');
    if (installationId === undefined) throw new Error('the store was never set up');
    const { purpose, userId, role, name, email, code, expiresAtMs, invitedBy } = invitation.value;
    const inviter = (await tx.people.accountById(invitedBy))?.name ?? '';
    return ok({ purpose, installationId, userId, role, name, email, code, invitedBy: inviter, expiresAtMs } satisfies WhoJoins);
  });
  return found.ok ? reply.send(found.value) : refuse(reply, found.error.type);
};

/** `POST /api/join`: uses a code up and opens a session. */
export const joinRoute = (deps: RouteDeps) => async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
  const body = v.safeParse(joinRequest, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  if (deps.gate.isFull()) return refuse(reply.header('retry-after', 5), 'wait');
  const waitSeconds = await countCode(deps, request);
  if (waitSeconds > 0) return refuse(reply.header('retry-after', waitSeconds), 'wait');
  const joined = await join(deps, body.output, callFrom(request));
  if (!joined.ok) return refuse(reply, joined.error.type);
  await deps.store.transaction((tx) => clearTries(tx, triesOf(request), deps.nowMs()));
  setSessionCookie(request, reply, joined.value.token);
  return reply.code(204).send();
};

const triesOf = (request: FastifyRequest): string => sha256OfText(`join ${request.ip}`);
const countCode = (deps: RouteDeps, request: FastifyRequest): Promise<number> => countTry(deps, triesOf(request), FREE_CODES);
