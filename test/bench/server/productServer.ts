import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

export type BenchServer = {
  readonly url: string;
  /** Most memory that the process ever had, bytes. */
  readonly peakBytes: () => number;
  readonly stop: () => Promise<void>;
};

/** The server as it is built for production, giving out the page of the measurements in place of the app. */
export async function productServer(folder: string, page: string): Promise<{ readonly dataFolder: string; readonly start: () => Promise<BenchServer> }> {
  const home = join(folder, 'product');
  const dataFolder = join(home, 'data');
  mkdirSync(home, { recursive: true });
  cpSync(join(ROOT, 'dist', 'server'), join(home, 'dist', 'server'), { recursive: true });
  cpSync(page, join(home, 'dist', 'client'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(home, 'node_modules'));
  writeFileSync(join(home, 'package.json'), '{"type":"module"}');
  return {
    dataFolder,
    start: () => startProcess(process.execPath, [join(home, 'dist', 'server', 'main.js')], { DATA_DIR: dataFolder, COTEJO_DEMO: '0', NODE_ENV: 'production' }, home),
  };
}

/** The bare server of the limits. */
export const floorServer = (folder: string, page: string): Promise<BenchServer> =>
  startProcess(process.execPath, [join(import.meta.dirname, 'floorServer.mjs'), page, join(folder, 'floor')], {}, ROOT);

async function startProcess(command: string, args: readonly string[], env: Readonly<Record<string, string>>, cwd: string): Promise<BenchServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(command, [...args], { cwd, env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  await new Promise<void>((ready, failed) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes(url)) ready();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => failed(new Error(`the server ended with ${code}:\n${said}`)));
  });
  child.removeAllListeners('exit');
  child.stderr.on('data', (chunk: Buffer) => void process.stderr.write(chunk));
  return { url, peakBytes: () => peakOf(child), stop: () => stopped(child) };
}

/** Linux only; elsewhere 0. */
function peakOf({ pid }: ChildProcess): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) throw new Error(`a server ended by itself with ${child.exitCode ?? child.signalCode}`);
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
