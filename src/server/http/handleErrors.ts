import type { FastifyInstance } from 'fastify';
import type { ApiError } from '#core/protocol/wire.ts';
import { refuse, type RefusalCode } from './refuse.ts';

const RETRY_AFTER_S = 5;
const CODE_BY_STATUS: Readonly<Record<number, RefusalCode>> = { 413: 'too-large', 415: 'unsupported-media-type' };

/**
 * What Fastify itself refuses becomes an ordinary refusal. What nobody foresaw becomes a 500 with a short reference
 * that stands in the log beside the error, and tells the outside nothing else.
 */
export function handleErrors(app: FastifyInstance, randomBytes: (count: number) => Uint8Array): void {
  app.setErrorHandler((error: unknown, request, reply) => {
    const status = statusOf(error);
    if (status >= 400 && status < 500) return refuse(reply, CODE_BY_STATUS[status] ?? 'malformed');
    if (status === 503) {
      request.log.warn({ err: error }, 'a store does not answer');
      return refuse(reply.header('retry-after', RETRY_AFTER_S), 'unavailable');
    }
    const reference = Buffer.from(randomBytes(4)).toString('hex');
    request.log.error({ err: error, reference }, 'a request failed');
    const body: ApiError = { code: 'internal', message: `Something failed on the server. Reference: ${reference}` };
    return reply.code(500).send(body);
  });
}

function statusOf(error: unknown): number {
  if (typeof error !== 'object' || error === null) return 500;
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')) return 400;
  return 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
}
