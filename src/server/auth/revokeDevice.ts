import type { Erase } from '#core/protocol/wire.ts';
import type { StoreTransaction } from '#server/store/store.ts';
import { freshDeviceState } from './deviceContact.ts';

/** From now on the device is given nothing; at its next contact it is told to erase. A gentler way does not take back a harder one. */
export async function revokeDevice(tx: StoreTransaction, device: string, erase: Erase): Promise<void> {
  const state = (await tx.people.deviceState(device)) ?? freshDeviceState(device);
  await tx.people.putDeviceState({ ...state, erase: state.erase === 'at-once' ? 'at-once' : erase });
}
