import type { Store } from '#server/store/store.ts';
import { checkPurge, purge, type PurgeOutcome, type PurgePlaces } from './purge.ts';
import { purgeArguments, PURGE_USAGE } from './purgeArguments.ts';

export type PurgeIo = {
  /** Opened only once the command line has been understood. */
  readonly withData: <T>(work: (data: PurgePlaces & { readonly store: Store; readonly nowMs: () => number }) => Promise<T>) => Promise<T>;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
};

/** `npm run purge`: erases the words of records for good, on this server and, as they sync, on every tablet. Gives the exit code. */
export async function runPurge(argv: readonly string[], { withData, print, printError }: PurgeIo): Promise<number> {
  const args = purgeArguments(argv);
  if (!args.ok) {
    for (const line of [args.error, '', PURGE_USAGE]) printError(line);
    return 1;
  }
  const { request, check } = args.value;
  const outcome = await withData(({ store, nowMs, ...places }) =>
    store.transaction((tx) => (check ? checkPurge(tx, request) : purge(tx, places, request, { actor: '', atMs: nowMs() }))));
  if (outcome.found.length === 0) {
    printError('No hay nada con esos datos; no se borró nada. / There is nothing like that; nothing was erased.');
    return 1;
  }
  for (const line of report(outcome, check)) print(line);
  return 0;
}

function report({ found, before }: PurgeOutcome, check: boolean): readonly string[] {
  const records = new Map<string, { readonly ops: number; readonly last: string }>();
  for (const { scope, entity, entityId, at } of found) {
    const key = `${scope}  ${entity}  ${entityId}`;
    const known = records.get(key);
    records.set(key, { ops: (known?.ops ?? 0) + 1, last: known === undefined || at > known.last ? at : known.last });
  }
  const fresh = found.length - before;
  const counts = `${fresh} ops, ${records.size} ${records.size === 1 ? 'registro / record' : 'registros / records'}`;
  return [
    check ? `Se borrarían / Would be erased: ${counts}` : `Se borraron / Erased: ${counts}`,
    ...[...records].map(([key, { ops, last }]) => `  ${key}  ${ops} ops, ${last}`),
    ...(before > 0 ? [`Ya se habían borrado antes / Erased before: ${before} ops`] : []),
    ...(check
      ? ['No se cambió nada. Sin --check se borra para siempre. / Nothing was changed. Without --check it is erased for good.']
      : [
        'Cada tableta lo borra cuando se sincroniza. La lista purged.list evita que un respaldo lo traiga de vuelta: guárdela aparte de los respaldos.',
        'Each tablet erases it when it syncs. The list purged.list keeps a back-up from bringing it back: keep it apart from the back-ups.',
      ]),
  ];
}
