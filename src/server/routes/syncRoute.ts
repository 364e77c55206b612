import * as v from 'valibot';
import { ERASES, MAX_OPS_PER_PUSH, syncRequest } from '#core/protocol/wire.ts';
import { noteWaiting } from '#server/auth/deviceContact.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { refuse } from '#server/http/refuse.ts';
import { signedIn } from '#server/http/signedIn.ts';
import { handleSync } from '#server/sync/handleSync.ts';
import { DeviceUnknown, HashesWanted } from '#server/sync/proveBatch.ts';

const counted = v.object({ ops: v.array(v.unknown()), carried: v.optional(v.array(v.object({ ops: v.array(v.unknown()) }))) });

/** Ops of the push and ops that are carried count together. */
function isTooMany(body: unknown): boolean {
  const read = v.safeParse(counted, body);
  if (!read.success) return false;
  const { ops, carried = [] } = read.output;
  return carried.reduce((sum, one) => sum + one.ops.length, ops.length) > MAX_OPS_PER_PUSH;
}

/** `POST /api/sync`: a push and a pull in one. */
export const syncRoute = (deps: RouteDeps) => signedIn(deps, async ({ session, from, request, reply }) => {
  if (isTooMany(request.body)) return refuse(reply, 'too-large');
  const body = v.safeParse(syncRequest, request.body);
  if (!body.success) return refuse(reply, 'malformed');
  const { store, nowMs, keys } = deps;
  const { device } = session;
  if (device !== '') await store.transaction((tx) => noteWaiting(tx, device, body.output.waiting, nowMs()));
  try {
    return reply.send(await handleSync({ store, nowMs, macKey: keys.macKey }, { ...session, device: from.device, ip: from.ip }, body.output));
  } catch (cause) {
    if (cause instanceof HashesWanted) return refuse(reply, 'hashes-wanted');
    if (cause instanceof DeviceUnknown) return refuse(reply, 'device-unknown');
    throw cause;
  }
}, { revoked: ERASES });
