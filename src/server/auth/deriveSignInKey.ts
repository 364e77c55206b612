import { createHash, hkdfSync } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';

/**
 * What a tablet sends instead of the password, derived as the tablet does it: Argon2id (64 MiB, t = 3, p = 1, 32 bytes)
 * with the salt SHA-256('cotejo-1' ‖ installationId ‖ userId), then HKDF-SHA-256 with an empty salt and info `sign-in`.
 * 32 bytes in hex. Only for making accounts: a running server never sees a password.
 */
export async function deriveSignInKey(password: string, installationId: string, userId: string): Promise<string> {
  const salt = createHash('sha256').update(`cotejo-1${installationId}${userId}`).digest();
  const master = await hashRaw(password, { salt, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1, outputLen: 32 });
  return Buffer.from(hkdfSync('sha256', master, new Uint8Array(0), 'sign-in', 32)).toString('hex');
}
