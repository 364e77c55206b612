import type { Waiting } from '#core/protocol/wire.ts';
import type { DeviceState } from '#server/store/peopleTables.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** A contact is written down at most once a minute: not every request is a write. */
const NOTE_EVERY_MS = 60_000;

export const freshDeviceState = (device: string): DeviceState => ({
  device, lastSeenAt: '', waitingOps: 0, waitingFiles: 0, waitingSince: '', erase: '', toldAt: '',
});

/** The device that a request names, if it is one of this person's. */
export async function ownDevice(tx: StoreTransaction, userId: string, named: string | undefined): Promise<string | undefined> {
  return named !== undefined && (await tx.people.deviceById(named))?.userId === userId ? named : undefined;
}

export async function noteContact(tx: StoreTransaction, device: string, nowMs: number): Promise<DeviceState> {
  const known = await tx.people.deviceState(device);
  if (known && known.lastSeenAt !== '' && nowMs - Date.parse(known.lastSeenAt) < NOTE_EVERY_MS) return known;
  const state = { ...(known ?? freshDeviceState(device)), lastSeenAt: new Date(nowMs).toISOString() };
  await tx.people.noteDeviceState(state);
  return state;
}

/** What a device says that only it has. A revoked one that has nothing left, or may not send, has now been told to erase. */
export async function noteWaiting(tx: StoreTransaction, device: string, waiting: Waiting | undefined, nowMs: number): Promise<void> {
  const before = (await tx.people.deviceState(device)) ?? freshDeviceState(device);
  const after = waiting === undefined ? before : { ...before, waitingOps: waiting.ops, waitingFiles: waiting.files, waitingSince: waiting.oldestAt ?? '' };
  const told = after.toldAt === '' && (after.erase === 'at-once' || (after.erase === 'after-sending' && waiting !== undefined && waiting.ops + waiting.files === 0));
  const state = told ? { ...after, toldAt: new Date(nowMs).toISOString() } : after;
  if (JSON.stringify(state) !== JSON.stringify(before)) await tx.people.noteDeviceState(state);
}
