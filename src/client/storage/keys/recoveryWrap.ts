import { dataKeyContext } from '#core/people/recoveryShare.ts';
import type { RecoveryKey } from '#core/protocol/identityWire.ts';
import type { Database } from '#client/storage/database/database.ts';
import { sealTo } from './sealTo.ts';

/**
 * Keeps the data key sealed to the installation's recovery key, of which this tablet knows the public half only: two people
 * with the two shares of the other half can open it, and only after this tablet has asked.
 */
export async function keepRecoveryWrap(db: Database, dataKey: CryptoKey, userId: string, key: RecoveryKey | undefined): Promise<void> {
  const standing = await db.vault.get('recovery');
  if (!key || (standing?.key === 'recovery' && standing.keyId === key.id)) return;
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', dataKey));
  const sealed = await sealTo(key.publicKey, dataKeyContext(userId), raw);
  raw.fill(0);
  await db.vault.put({ key: 'recovery', keyId: key.id, sealed });
}
