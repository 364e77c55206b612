import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../../..');

/** A command of the server, as built, on the data of a server that may be running: `runCommand('recover', dataDir)`. Gives what it printed; throws where it failed. */
export async function runCommand(name: 'admin' | 'recovery-key' | 'recover', dataDir: string, ...argv: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [`dist/server/${name}-main.js`, ...argv], { cwd: ROOT, env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' } });
  return stdout;
}
