import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { refuse } from './refuse.ts';

const SELF = "'self'";

/** Headers of every answer, no caching of the API, and no state-changing request from another site. */
export async function useSecurityHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [SELF],
        // Argon2 is WebAssembly.
        scriptSrc: [SELF, "'wasm-unsafe-eval'"],
        styleSrc: [SELF, "'unsafe-inline'"],
        imgSrc: [SELF, 'blob:', 'data:'],
        workerSrc: [SELF],
        connectSrc: [SELF],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', async (request, reply) => {
    if (!isApi(request.url)) return undefined;
    reply.header('cache-control', 'no-store');
    const { origin } = request.headers;
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && origin !== undefined && hostOf(origin) !== request.host) return refuse(reply, 'wrong-origin');
    return undefined;
  });
}

export const isApi = (url: string): boolean => /^\/api(\/|\?|$)/.test(url);

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
