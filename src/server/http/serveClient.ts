import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { refuse } from './refuse.ts';
import { isApi } from './securityHeaders.ts';

const YEAR_S = 365 * 24 * 60 * 60;

/**
 * The built app. Files with a hash in their name never change; `index.html` and `sw.js` are asked for every time, or an
 * update would not be seen. An address inside the app gives `index.html`; anything else that is not there is 404.
 * Texts go as the build compressed them (`.br`, `.gz` beside the file), to whoever takes that.
 */
export async function serveClient(app: FastifyInstance, folder: string | undefined): Promise<void> {
  if (folder !== undefined) {
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      preCompressed: true,
      setHeaders(response, path) {
        const hashed = path.startsWith(`${folder}/assets/`);
        response.setHeader('cache-control', hashed ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
        response.setHeader('vary', 'accept-encoding');
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    return folder !== undefined && wantsPage && !isApi(request.url) ? reply.sendFile('index.html') : refuse(reply, 'not-found');
  });
}
