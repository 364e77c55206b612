import { err, ok, type Result } from '#core/result.ts';

export type Settings = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** Fill an empty database with invented people whose password is printed. */
  readonly demo: boolean;
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
  if (problems.length > 0) return err(problems);
  return ok({ port: Number(port), host, dataFolder, demo: demo === '1' });
}
