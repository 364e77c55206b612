import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');

/** The real server, as built, in a process of its own that can really be stopped and started again on the same data. */
export type ServerProcess = {
  readonly url: string;
  readonly start: () => Promise<void>;
  /** `SIGKILL` is the power cut. Resolves when the process is gone. */
  readonly stop: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  readonly dataDir: string;
  /** Stops it and deletes its data. */
  readonly dispose: () => Promise<void>;
};

export async function aServer(environment: Readonly<Record<string, string>> = { COTEJO_DEMO: '1' }): Promise<ServerProcess> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cotejo-journey-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let process_: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, ...environment },
    });
    process_ = child;
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    await new Promise<void>((ready, failed) => {
      child.once('exit', (code) => failed(new Error(`the server ended with ${code}:\n${said}`)));
      child.stdout.on('data', () => {
        if (said.includes(url)) ready();
      });
    });
    child.removeAllListeners('exit');
  };
  const stop: ServerProcess['stop'] = async (signal = 'SIGTERM') => {
    const child = process_;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await gone;
  };
  await start();
  return {
    url, start, stop, dataDir,
    dispose: async () => {
      await stop('SIGKILL');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
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
