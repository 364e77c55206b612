import type { FastifyRequest } from 'fastify';
import { isUuid } from '#core/ids.ts';
import { DEVICE_HEADER } from '#core/protocol/wire.ts';
import type { CallFrom } from '#server/auth/signIn.ts';

/** The address and the device that a request says it comes from. */
export function callFrom(request: FastifyRequest): CallFrom {
  const device = request.headers[DEVICE_HEADER];
  return { ip: request.ip, device: typeof device === 'string' && isUuid(device) ? device : undefined };
}
