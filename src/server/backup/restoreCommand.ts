import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#core/result.ts';
import { backupsIn, type Backup } from './backupManifest.ts';
import type { Restored, RestoreError } from './restoreBackup.ts';

const USAGE = [
  'Usage / Uso: npm run restore -- --from DIR [--at NAME] [--force]',
  '  --from   the folder that npm run backup was given / la carpeta que se dio a npm run backup',
  '  --at     which one, by its name; the newest if left out / cuál, por su nombre; el más reciente si se omite',
  '  --force  moves the data that is there aside / aparta los datos que haya',
];

type RestoreArguments = { readonly from: string; readonly at: string | undefined; readonly force: boolean };

type RestoreIo = {
  readonly restore: (backup: Backup, root: string, force: boolean) => Promise<Result<Restored, RestoreError>>;
  /** Names of the files that are kept apart from back-ups and are not beside the database now. */
  readonly missingKeys: () => readonly string[];
  readonly dataFolder: string;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
};

/** `npm run restore`: puts a back-up in the place of the data. Gives the exit code. */
export async function runRestore(argv: readonly string[], { restore, missingKeys, dataFolder, print, printError }: RestoreIo): Promise<number> {
  const fail = (lines: readonly string[]): number => {
    for (const line of lines) printError(line);
    return 1;
  };
  const args = restoreArguments(argv);
  if (!args.ok) return fail([args.error, ...USAGE]);
  const { from, at, force } = args.value;
  const all = backupsIn(from);
  const backup = at === undefined ? all.at(-1) : all.find(({ name }) => name === at);
  if (!backup) {
    const names = all.map(({ name }) => `  ${name}`);
    return fail([`There is no finished back-up ${at ?? ''} in ${from}.`, `No hay un respaldo completo ${at ?? ''} en ${from}.`, ...names]);
  }
  const restored = await restore(backup, from, force);
  if (!restored.ok) return fail(explain(restored.error, dataFolder));
  print(`Restored / Restaurado: ${backup.name} · files / archivos: ${restored.value.files}`);
  if (restored.value.movedTo !== undefined) print(`  What was there lies in / Lo que había está en: ${restored.value.movedTo}`);
  print('  At the next start every tablet sends again what this back-up does not have.');
  print('  Al iniciar, cada tableta envía de nuevo lo que este respaldo no tiene.');
  for (const name of missingKeys()) {
    print(`  ${name} is not in ${dataFolder}: if you have a copy, put it there before you start the server.`);
    print(`  ${name} no está en ${dataFolder}: si tiene una copia, póngala ahí antes de iniciar el servidor.`);
  }
  return 0;
}

function restoreArguments(argv: readonly string[]): Result<RestoreArguments, string> {
  try {
    const { values } = parseArgs({ args: [...argv], options: { from: { type: 'string' }, at: { type: 'string' }, force: { type: 'boolean' } }, strict: true });
    if (values.from === undefined || values.from === '') return err('From where? / ¿De dónde?');
    return ok({ from: values.from, at: values.at, force: values.force ?? false });
  } catch (error) {
    if (error instanceof TypeError) return err(error.message);
    throw error;
  }
}

function explain(error: RestoreError, dataFolder: string): readonly string[] {
  switch (error.type) {
    case 'server-running': return [`A server runs on ${dataFolder}: stop it first. Nothing was changed.`, `Hay un servidor trabajando con ${dataFolder}: deténgalo primero. No se cambió nada.`];
    case 'data-there': return [`There is data in ${dataFolder}. --force moves it aside. Nothing was changed.`, `Hay datos en ${dataFolder}. --force los aparta. No se cambió nada.`];
    case 'other-database': return ['The back-up and the settings speak of different kinds of database (DATABASE_URL). Nothing was changed.', 'El respaldo y la configuración hablan de bases de datos distintas (DATABASE_URL). No se cambió nada.'];
    case 'database-damaged': return ['The database in this back-up is damaged: take another with --at. Nothing was changed.', 'La base de datos de este respaldo está dañada: tome otro con --at. No se cambió nada.'];
    case 'file-damaged': return [`A file in this back-up is damaged or missing: ${error.scope} ${error.sha256}. Nothing was changed.`, `Un archivo de este respaldo está dañado o falta: ${error.scope} ${error.sha256}. No se cambió nada.`];
  }
}
