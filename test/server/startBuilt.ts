import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '..', '..');

/** Builds where the sources are newer than the last build; nothing when they are not. */
export async function buildIfOld(): Promise<void> {
  const command = "import { prepare } from './src/tools/prepare.mjs'; await prepare();";
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', command], { cwd: ROOT });
}

export type BuiltServer = {
  readonly url: string;
  readonly process: ChildProcess;
  /** How it ended: the code, or the signal. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
};

/** The server as it runs in production, in a process of its own. Resolves when it listens; rejects with what it said when it does not. */
export async function startBuilt(env: Readonly<Record<string, string>>): Promise<BuiltServer> {
  const child = spawn(process.execPath, [join(ROOT, 'dist', 'server', 'main.js')], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', COTEJO_DEMO: '0', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => child.on('exit', (code, signal) => resolve(code ?? signal)));
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => { said += text; });
  const listening = new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Cotejo: (http:\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([listening, ended.then((how) => Promise.reject(new Error(`the server ended with ${how}: ${said}`)))]);
  return { url, process: child, ended };
}
