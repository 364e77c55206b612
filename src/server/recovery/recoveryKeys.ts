import * as v from 'valibot';
import { recoveryKey } from '#core/protocol/identityWire.ts';
import type { StoreTransaction } from '#server/store/store.ts';

/** A recovery key as the server knows it: its public half, and the two people who keep its shares. */
const storedKey = v.object({ ...recoveryKey.entries, holders: v.tuple([v.string(), v.string()]), madeAt: v.string() });
export type StoredRecoveryKey = v.InferOutput<typeof storedKey>;

const storedKeys = v.pipe(v.string(), v.parseJson(), v.array(storedKey));

/** All there ever were, newest last: a tablet that was away is still sealed to an earlier one. */
export async function recoveryKeys(tx: StoreTransaction): Promise<readonly StoredRecoveryKey[]> {
  const text = await tx.meta.get('recoveryKeys');
  return text === undefined ? [] : v.parse(storedKeys, text);
}

export async function addRecoveryKey(tx: StoreTransaction, key: StoredRecoveryKey): Promise<void> {
  await tx.meta.set('recoveryKeys', JSON.stringify([...(await recoveryKeys(tx)), key]));
}
