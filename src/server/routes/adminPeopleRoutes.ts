import * as v from 'valibot';
import { changePersonRequest, disablePersonRequest, enablePersonRequest, type adminPeople, type AdminPerson } from '#core/admin/adminApi.ts';
import { mayHold } from '#core/people/role.ts';
import { err, ok } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import { normalEmail } from '#server/auth/normalEmail.ts';
import { revokeDevice } from '#server/auth/revokeDevice.ts';
import type { RouteDeps } from '#server/http/appDeps.ts';
import { adminRoute } from '#server/http/roleRoute.ts';
import type { Account, Device, DeviceState } from '#server/store/peopleTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** `GET /api/admin/people`. */
export const listPeople = (deps: RouteDeps) => adminRoute(deps, v.strictObject({}), async ({ tx }) => {
  const devices = await tx.people.devices();
  const states = new Map((await tx.people.deviceStates()).map((state) => [state.device, state]));
  const people = (await tx.people.accounts()).map((account) => shown(account, devices.filter(({ userId }) => userId === account.id), states));
  return ok({ people } satisfies v.InferOutput<typeof adminPeople>);
});

function shown({ id, name, email, code, role, disabledAt }: Account, devices: readonly Device[], states: ReadonlyMap<string, DeviceState>): AdminPerson {
  const own = devices.flatMap((device) => states.get(device.id) ?? []);
  const lastSeenAt = own.map((state) => state.lastSeenAt).sort().at(-1);
  const waiting = own.reduce((sum, state) => sum + state.waitingOps + state.waitingFiles, 0);
  return {
    id, name, email, code, role, devices: devices.length, waiting,
    ...(disabledAt === undefined ? {} : { disabledAt }), ...(lastSeenAt ? { lastSeenAt } : {}),
  };
}

/** `POST /api/admin/people/:user`: name, e-mail and role; the code is said aloud and written in records: it never changes. */
export const changePerson = (deps: RouteDeps) => adminRoute(deps, changePersonRequest, async ({ tx, input, by }) => {
  const before = await tx.people.accountById(input.user);
  if (!before) return err('not-found');
  const after = { ...before, name: input.name ?? before.name, email: normalEmail(input.email ?? before.email), role: input.role ?? before.role };
  const sameEmail = await tx.people.accountByEmail(after.email);
  if (sameEmail && sameEmail.id !== before.id) return err('email-taken');
  if (after.role !== before.role) {
    if (await isLastAdmin(tx, before)) return err('last-admin');
    if ((await tx.people.grantsOf(before.id)).some(({ role }) => !mayHold(after.role, role))) return err('still-granted');
  }
  await tx.people.updateAccount(after);
  const changed = (['name', 'email', 'role'] as const).filter((field) => before[field] !== after[field]);
  const detail = Object.fromEntries(changed.map((field) => [field, after[field]]));
  if (changed.length > 0) await recordAudit(tx, { action: 'person-changed', subject: before.id, ...by, detail });
  return ok(undefined);
});

/** `POST /api/admin/people/:user/disable`: from now on nothing is given out to this person; their devices erase. */
export const disablePerson = (deps: RouteDeps) => adminRoute(deps, disablePersonRequest, async ({ tx, input, by }) => {
  const account = await tx.people.accountById(input.user);
  if (!account) return err('not-found');
  if (await isLastAdmin(tx, account)) return err('last-admin');
  await tx.people.updateAccount({ ...account, disabledAt: account.disabledAt ?? new Date(by.atMs).toISOString() });
  for (const { id } of await tx.people.devicesOf(account.id)) await revokeDevice(tx, id, input.erase);
  // A session on a device that must be told stays for that alone; one that no device is bound to has nothing to be told.
  for (const session of await tx.people.sessions()) {
    if (session.userId === account.id && session.device === '') await tx.people.deleteSession(session.tokenHash);
  }
  await recordAudit(tx, { action: 'person-disabled', subject: account.id, ...by, detail: { erase: input.erase } });
  return ok(undefined);
});

/** `POST /api/admin/people/:user/enable`: also for devices that have not been told yet. What was erased stays erased. */
export const enablePerson = (deps: RouteDeps) => adminRoute(deps, enablePersonRequest, async ({ tx, input, by }) => {
  const account = await tx.people.accountById(input.user);
  if (!account) return err('not-found');
  if (account.disabledAt === undefined) return ok(undefined);
  const { disabledAt: _, ...open } = account;
  await tx.people.updateAccount(open);
  for (const { id } of await tx.people.devicesOf(account.id)) {
    const state = await tx.people.deviceState(id);
    if (state && state.toldAt === '') await tx.people.putDeviceState({ ...state, erase: '' });
  }
  await recordAudit(tx, { action: 'person-enabled', subject: account.id, ...by });
  return ok(undefined);
});

async function isLastAdmin(tx: StoreTransaction, account: Account): Promise<boolean> {
  if (account.role !== 'admin' || account.disabledAt !== undefined) return false;
  return (await tx.people.accounts()).filter(({ role, disabledAt }) => role === 'admin' && disabledAt === undefined).length === 1;
}
