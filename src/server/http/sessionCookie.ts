import type { FastifyReply, FastifyRequest } from 'fastify';
import { SESSION_MS } from '#server/auth/session.ts';

export const SESSION_COOKIE = 'cotejo_session';

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(SESSION_COOKIE, token, { ...attributes(request), maxAge: SESSION_MS / 1000 });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, attributes(request));
}

function attributes(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: !isLoopbackHttp(request) } as const;
}

/** Behind a proxy that speaks TLS the request looks like http to another host: Secure all the same. */
function isLoopbackHttp({ protocol, hostname }: FastifyRequest): boolean {
  const name = hostname.replace(/^\[|\]$/g, '');
  return protocol === 'http' && (name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name));
}
