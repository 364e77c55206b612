import { argon2id } from 'hash-wasm';
import { createHash, webcrypto } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { deriveSignInKey } from '#server/auth/deriveSignInKey.ts';

// Real derivations, files and thousands of ops: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const INSTALLATION = '018f0000-0000-7000-8000-000000000001';
const USER = '00000000-0000-4000-8000-000000000002';

test('the server derives for a new account the very key that a tablet will send', async () => {
  const salt = createHash('sha256').update(`cotejo-1${INSTALLATION}${USER}`).digest();
  const master = await argon2id({
    password: 'contraseña larga 1', salt, memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32, outputType: 'binary',
  });
  const base = await webcrypto.subtle.importKey('raw', master, 'HKDF', false, ['deriveBits']);
  const bits = await webcrypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: Buffer.from('sign-in') }, base, 256);
  expect(await deriveSignInKey('contraseña larga 1', INSTALLATION, USER)).toBe(Buffer.from(bits).toString('hex'));
});

test('another person with the same password has another key', async () => {
  const other = await deriveSignInKey('contraseña larga 1', INSTALLATION, INSTALLATION);
  expect(other).not.toBe(await deriveSignInKey('contraseña larga 1', INSTALLATION, USER));
});
