import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#core/result.ts';
import type { Backup } from './backupManifest.ts';

const USAGE = [
  'Usage / Uso: npm run backup -- --to DIR',
  '  --to  a folder on another disk; each back-up is added to it / una carpeta en otro disco; cada respaldo se agrega en ella',
];

type BackupIo = {
  readonly back: (root: string) => Promise<Backup>;
  /** `database-missing`: there is nothing to back up. */
  readonly isThere: () => boolean;
  readonly usesPostgres: boolean;
  readonly dataFolder: string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
};

/** `npm run backup`, while the server runs. Gives the exit code: 1 also where the back-up was made and some files are damaged. */
export async function runBackup(argv: readonly string[], { back, isThere, usesPostgres, dataFolder, print, printError }: BackupIo): Promise<number> {
  const root = backupArguments(argv);
  const sayAll = (lines: readonly string[]): void => {
    for (const line of lines) printError(line);
  };
  if (!root.ok) {
    sayAll([root.error, ...USAGE]);
    return 1;
  }
  if (!isThere()) {
    sayAll([`There is no database in ${dataFolder}.`, `No hay base de datos en ${dataFolder}.`]);
    return 1;
  }
  const { folder, manifest } = await back(root.value);
  const { ops, files, damaged } = manifest;
  print(`Back-up made / Respaldo hecho: ${folder}`);
  print(`  ops / operaciones: ${ops} · files / archivos: ${files.length}`);
  if (usesPostgres) {
    print('  It holds the files only. The database is backed up by pg_dump --format=custom, run before this command.');
    print('  Contiene sólo los archivos. La base de datos se respalda con pg_dump --format=custom, antes de este comando.');
  }
  print('  Not in it, on purpose: server.key and purged.list. Keep a copy of both somewhere else: without the first, tablets cannot prove what they bring back; without the second, what was purged would return.');
  print('  No incluye, a propósito: server.key ni purged.list. Guarde copia de ambos en otro lugar: sin el primero, las tabletas no pueden probar lo que devuelven; sin el segundo, volvería lo que se eliminó.');
  for (const { scope, sha256 } of damaged) printError(`  Damaged here, and not in the back-up / Dañado aquí y fuera del respaldo: ${scope} ${sha256}`);
  return damaged.length === 0 ? 0 : 1;
}

function backupArguments(argv: readonly string[]): Result<string, string> {
  try {
    const { values } = parseArgs({ args: [...argv], options: { to: { type: 'string' } }, strict: true });
    return values.to === undefined || values.to === '' ? err('Where to? / ¿A dónde?') : ok(values.to);
  } catch (error) {
    if (error instanceof TypeError) return err(error.message);
    throw error;
  }
}
