import * as v from 'valibot';
import { endSessionRequest, revokeDeviceRequest, type AdminDevice, type adminDevices, type AdminSession } from '#core/admin/adminApi.ts';
import { sha256OfText } from '#core/bytes.ts';
import { err, ok } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import { freshDeviceState } from '#server/auth/deviceContact.ts';
import { revokeDevice } from '#server/auth/revokeDevice.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { adminRoute } from '#server/http/roleRoute.ts';
import type { Device, DeviceState, Session } from '#server/store/peopleTables.ts';

/** `GET /api/admin/devices`: who has which, when it was last here, what waits on it, and where one is signed in. */
export const listDevices = (deps: RouteDeps) => adminRoute(deps, v.strictObject({}), async ({ tx, by }) => {
  const states = new Map((await tx.people.deviceStates()).map((state) => [state.device, state]));
  const devices = (await tx.people.devices()).map((device) => shownDevice(device, states.get(device.id) ?? freshDeviceState(device.id)));
  const sessions = (await tx.people.sessions()).filter(({ expiresAtMs }) => expiresAtMs > by.atMs).map(shownSession);
  return ok({ devices, sessions } satisfies v.InferOutput<typeof adminDevices>);
});

function shownDevice({ id, userId, letter, registeredAt }: Device, state: DeviceState): AdminDevice {
  const { lastSeenAt, waitingOps, waitingFiles, waitingSince, erase, toldAt } = state;
  return {
    id, user: userId, letter, registeredAt,
    waiting: { ops: waitingOps, files: waitingFiles, ...(waitingSince === '' ? {} : { oldestAt: waitingSince }) },
    ...(lastSeenAt === '' ? {} : { lastSeenAt }), ...(erase === '' ? {} : { erase }), ...(toldAt === '' ? {} : { toldAt }),
  };
}

/** A session is named by a hash of the hash of its token: with it nobody can look for the token. */
const sessionName = ({ tokenHash }: Session): string => sha256OfText(`session\n${tokenHash}`).slice(0, 32);

const shownSession = (session: Session): AdminSession => ({
  id: sessionName(session), user: session.userId, device: session.device, startedAt: session.startedAt,
  expiresAt: new Date(session.expiresAtMs).toISOString(),
});

/** `POST /api/admin/devices/:device/revoke`. */
export const revokeDeviceRoute = (deps: RouteDeps) => adminRoute(deps, revokeDeviceRequest, async ({ tx, input, by }) => {
  const device = await tx.people.deviceById(input.device);
  if (!device) return err('not-found');
  await revokeDevice(tx, device.id, input.erase);
  await recordAudit(tx, { action: 'device-revoked', subject: device.id, ...by, detail: { user: device.userId, erase: input.erase } });
  return ok(undefined);
});

/** `POST /api/admin/sessions/:session/end`: whoever uses it must sign in again. Nothing is erased. */
export const endSession = (deps: RouteDeps) => adminRoute(deps, endSessionRequest, async ({ tx, input, by }) => {
  const session = (await tx.people.sessions()).find((one) => sessionName(one) === input.session);
  if (!session) return err('not-found');
  await tx.people.deleteSession(session.tokenHash);
  await recordAudit(tx, { action: 'session-revoked', subject: session.userId, ...by, detail: { device: session.device } });
  return ok(undefined);
});
