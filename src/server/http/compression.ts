import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const compress = promisify(gzip);
const WORTH_COMPRESSING_CHARS = 1_000;

/**
 * Takes gzipped requests and gzips JSON answers for who accepts it. The limit on a body counts what comes out of the
 * gzip: reading stops there, so a small bomb stays small.
 */
export function useCompression(app: FastifyInstance): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding === 'identity') return payload;
    if (encoding !== 'gzip') throw Object.assign(new Error(`unsupported encoding ${encoding}`), { statusCode: 415 });
    let encodedLength = 0;
    payload.on('data', (chunk: Buffer) => { encodedLength += chunk.length; });
    const gunzip = createGunzip();
    payload.on('error', (error: Error) => gunzip.destroy(error));
    const body = payload.pipe(gunzip);
    Object.defineProperty(body, 'receivedEncodedLength', { get: () => encodedLength });
    return body;
  });

  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < WORTH_COMPRESSING_CHARS) return payload;
    if (reply.hasHeader('content-encoding') || !isJson(reply.getHeader('content-type'))) return payload;
    reply.header('vary', 'accept-encoding');
    if (!acceptsGzip(request.headers['accept-encoding'])) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return compress(payload);
  });
}

export function acceptsGzip(header: string | readonly string[] | undefined): boolean {
  return /(^|[\s,])(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+)?\s*(,|$)/i.test(String(header ?? ''));
}

const isJson = (contentType: unknown): boolean => typeof contentType === 'string' && contentType.startsWith('application/json');
