import type { FastifyInstance } from 'fastify';
import type { Limits } from './limits.ts';
import { refuse } from './refuse.ts';

/** Signing in and joining, where nobody is known yet: counted by address before anything is read. */
export function limitDoors(app: FastifyInstance, limits: Limits): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!/^\/api\/(auth|join)(\/|\?|$)/.test(request.url)) return undefined;
    const waitSeconds = limits.count('address', request.ip);
    return waitSeconds > 0 ? refuse(reply.header('retry-after', waitSeconds), 'wait') : undefined;
  });
}
