import { err, ok, type Result } from '#core/result.ts';
import { recordAudit } from '#server/audit/recordAudit.ts';
import type { Store } from '#server/store/store.ts';
import { readPublicKey } from './isSignedBy.ts';

export type RegisterDeviceError = { readonly type: 'not-a-key' } | { readonly type: 'device-taken' };

/** Registers the public half of a device's key for ever; the same again gives the same letter. */
export async function registerDevice(
  store: Store, userId: string, { device: id, publicKey }: { readonly device: string; readonly publicKey: string }, nowMs: number, ip = '',
): Promise<Result<{ letter: string }, RegisterDeviceError>> {
  if (!readPublicKey(publicKey)) return err({ type: 'not-a-key' });
  return store.transaction(async (tx) => {
    const known = await tx.people.deviceById(id);
    if (known) return known.userId === userId && known.publicKey === publicKey ? ok({ letter: known.letter }) : err({ type: 'device-taken' });
    const letter = firstFreeLetter((await tx.people.devicesOf(userId)).map((device) => device.letter));
    await tx.people.addDevice({ id, userId, publicKey, letter, registeredAt: new Date(nowMs).toISOString() });
    await recordAudit(tx, { action: 'device-registered', subject: id, actor: userId, atMs: nowMs, device: id, ip, detail: { letter } });
    return ok({ letter });
  });
}

function firstFreeLetter(taken: readonly string[]): string {
  let index = 0;
  while (taken.includes(letterOf(index))) index += 1;
  return letterOf(index);
}

/** '' for the first device, then b, c … z, ba, bb …: never two alike. */
function letterOf(index: number): string {
  if (index === 0) return '';
  const last = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
  return index < 26 ? last : letterOf(Math.floor(index / 26)) + last;
}
