import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';

/** Keys that lie beside the database and never in it, so that a restored database proves its pages with the same key. */
export type ServerKeys = { readonly macKey: Uint8Array; readonly fakeUserKey: Uint8Array };

const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const keyFile = v.pipe(v.string(), v.parseJson(), v.object({ macKey: key, fakeUserKey: key }));

/** Reads the key file (0600), or makes it. Throws on a file that is not one: a new key would orphan every page. */
export function loadServerKeys(path: string): ServerKeys {
  if (!existsSync(path)) makeKeyFile(path);
  const read = v.safeParse(keyFile, readFileSync(path, 'utf8'));
  if (!read.success) throw new Error(`${path} is not a key file of Cotejo. Restore it from a back-up.`);
  return { macKey: Buffer.from(read.output.macKey, 'hex'), fakeUserKey: Buffer.from(read.output.fakeUserKey, 'hex') };
}

/** Tells one pair of keys from another and nothing of them. */
export function fingerprintOf({ macKey, fakeUserKey }: ServerKeys): string {
  return createHash('sha256').update('cotejo-key-check-1').update(macKey).update(fakeUserKey).digest('hex');
}

/** Appears whole or not at all; of two instances that share the folder, the first one's stays. */
function makeKeyFile(path: string): void {
  const fresh = { macKey: randomBytes(32).toString('hex'), fakeUserKey: randomBytes(32).toString('hex') };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const half = `${path}.${randomUUID()}.part`;
  writeFileSync(half, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(half, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(half);
  }
}
