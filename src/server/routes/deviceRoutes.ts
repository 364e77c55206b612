import * as v from 'valibot';
import { registerDeviceRequest } from '#core/protocol/wire.ts';
import { registerDevice } from '#server/auth/registerDevice.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { refuse } from '#server/http/refuse.ts';
import { signedIn } from '#server/http/signedIn.ts';

/** `POST /api/devices`: registers a tablet's public key; answers with the letter of its spoken codes. */
export const registerDeviceRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, request, reply }) => {
  const body = v.safeParse(registerDeviceRequest, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  const registered = await registerDevice(deps.store, session.userId, body.output, deps.nowMs(), request.ip);
  return registered.ok ? reply.send(registered.value) : refuse(reply, registered.error.type);
});
