import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

/** Keys that lie beside the database and never in it, so that a restored database proves its pages with the same key. */
export type ServerKeys = { readonly macKey: Uint8Array; readonly fakeUserKey: Uint8Array };

const key = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const keyFile = v.pipe(v.string(), v.parseJson(), v.object({ macKey: key, fakeUserKey: key }));

/** Reads `server.key` (0600) in the folder of the data, or makes it. Throws on a file that is not one: a new key would orphan every page. */
export function loadServerKeys(dataFolder: string): ServerKeys {
  const path = join(dataFolder, 'server.key');
  if (!existsSync(path)) {
    const fresh = { macKey: randomBytes(32).toString('hex'), fakeUserKey: randomBytes(32).toString('hex') };
    writeFileSync(path, `${JSON.stringify(fresh)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  }
  const read = v.safeParse(keyFile, readFileSync(path, 'utf8'));
  if (!read.success) throw new Error(`${path} is not a key file of Cotejo. Restore it from a back-up.`);
  return { macKey: Buffer.from(read.output.macKey, 'hex'), fakeUserKey: Buffer.from(read.output.fakeUserKey, 'hex') };
}
