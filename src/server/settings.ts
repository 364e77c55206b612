import { err, ok, type Result } from '#core/result.ts';
import { readFilesUrl } from './files/readFilesUrl.ts';

export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** Fill an empty database with invented people whose password is printed. */
  readonly demo: boolean;
  /** Absent: SQLite in the folder of the data. */
  readonly database?: { readonly url: string; readonly pool: number };
  /** Proxies in front of the server whose word on the caller's address is taken. Absent: none. */
  readonly proxies?: number;
  /** Absent: `server.key` in the folder of the data. */
  readonly serverKeyFile?: string;
  /** Absent: the bytes of files lie in the folder of the data. */
  readonly objectStore?: ObjectStore;
};

export type ObjectStore = {
  readonly bucket: string;
  /** '' or ends in `/`. */
  readonly prefix: string;
  readonly region: string;
  /** Absent: Amazon's. */
  readonly endpoint: string | undefined;
  /** The bucket in the path instead of the host's name, as most own stores want it. */
  readonly forcePathStyle: boolean;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment; the errors are sentences for who starts the server, all at once. */
export function readSettings(env: Environment): Result<Settings, readonly string[]> {
  const problems: string[] = [];
  const port = env['PORT'] ?? '4173';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) problems.push(`PORT is a number from 0 to 65535, not "${port}".`);
  const demo = env['COTEJO_DEMO'] ?? '';
  if (!['', '0', '1'].includes(demo)) problems.push(`COTEJO_DEMO is 1 or 0, not "${demo}".`);
  const host = env['HOST'] ?? '127.0.0.1';
  if (host.trim() === '') problems.push('HOST is empty; leave it out for 127.0.0.1.');
  const dataFolder = env['DATA_DIR'] ?? './data';
  if (dataFolder.trim() === '') problems.push('DATA_DIR is empty; leave it out for ./data.');
  const proxies = env['TRUST_PROXY'] ?? '0';
  if (!/^\d$/.test(proxies)) problems.push(`TRUST_PROXY is the number of proxies in front of the server, from 0 to 9, not "${proxies}".`);
  const database = readDatabase(env, problems);
  const objectStore = readObjectStore(env, problems);
  if (problems.length > 0) return err(problems);
  const serverKeyFile = env['SERVER_KEY_FILE'] ?? '';
  return ok({
    port: Number(port), host, dataFolder, demo: demo === '1', ...(proxies === '0' ? {} : { proxies: Number(proxies) }), ...(database ? { database } : {}), ...(objectStore ? { objectStore } : {}), ...(serverKeyFile === '' ? {} : { serverKeyFile }),
  });
}

function readObjectStore(env: Environment, problems: string[]): ObjectStore | undefined {
  const url = env['FILES_URL'] ?? '';
  if (url === '') return undefined;
  const read = readFilesUrl(url);
  if (read.ok) return read.value;
  problems.push(read.error);
  return undefined;
}

function readDatabase(env: Environment, problems: string[]): Settings['database'] {
  const pool = env['DATABASE_POOL'] ?? '10';
  if (!/^[1-9]\d{0,2}$/.test(pool)) problems.push(`DATABASE_POOL is a number of connections from 1 to 999, not "${pool}".`);
  const url = env['DATABASE_URL'] ?? '';
  if (url === '') return undefined;
  // The address holds a password: it is never repeated.
  const isPostgres = URL.canParse(url) && ['postgres:', 'postgresql:'].includes(new URL(url).protocol);
  if (!isPostgres) problems.push('DATABASE_URL is an address such as postgres://user:password@host:5432/cotejo; leave it out for SQLite.');
  return { url, pool: Number(pool) };
}
