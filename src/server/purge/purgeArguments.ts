import { parseArgs } from 'node:util';
import { isUuid } from '#core/ids.ts';
import { isScopeId } from '#core/op/scope.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { PurgeRequest } from './findToPurge.ts';

export const PURGE_USAGE = [
  'Uso / Usage: npm run purge -- --scope visit:ID (--entity interview --id ID | --code E-MR-03 | --op ID) [--before DATE] [--check]',
  '  --scope   la visita o la agencia / the visit or the agency',
  '  --entity  qué tipo de registro; con --id, uno solo / which kind of record; with --id, that one',
  '  --code    el registro con ese código, como se dice en voz alta / the record with this code, as it is said aloud',
  '  --op      una sola operación; puede repetirse / a single op; may be repeated',
  '  --before  sólo lo que se escribió por última vez antes de esa fecha, AAAA-MM-DD / only what was last written before this date, YYYY-MM-DD',
  '  --check   dice qué se borraría y no cambia nada / says what would be erased and changes nothing',
].join('\n');

export type PurgeArguments = { readonly request: PurgeRequest; readonly check: boolean };

/** Reads the command line; the error is a sentence for the person, in both languages. */
export function purgeArguments(argv: readonly string[]): Result<PurgeArguments, string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { scope, entity, id, code, op: ops, before, check = false } = parsed.value;
  if (scope === undefined || !isScopeId(scope)) return err('Falta --scope, visit:… o agency:… / --scope is needed, visit:… or agency:…');
  if ([entity, ops].filter((one) => one !== undefined).length !== 1) return err('Indique --entity o --op, uno de los dos. / Give --entity or --op, one of them.');
  if (ops?.some((one) => !isUuid(one))) return err('--op no es el id de una operación. / --op is not the id of an op.');
  if (ops && (id !== undefined || code !== undefined)) return err('--id y --code van con --entity. / --id and --code go with --entity.');
  if (entity !== undefined && id === undefined && code === undefined && before === undefined) {
    return err('Con --entity, indique --id, --code o --before. / With --entity, give --id, --code or --before.');
  }
  if (before !== undefined && (!/^\d{4}-\d{2}-\d{2}$/.test(before) || Number.isNaN(Date.parse(before)))) {
    return err(`--before es una fecha AAAA-MM-DD, no "${before}". / --before is a date YYYY-MM-DD, not "${before}".`);
  }
  return ok({
    check,
    request: {
      scopes: [scope], ...(entity === undefined ? {} : { entity }), ...(id === undefined ? {} : { entityId: id }), ...(code === undefined ? {} : { code }),
      ...(ops === undefined ? {} : { ops }), ...(before === undefined ? {} : { before: `${before}T00:00:00.000Z` }),
    },
  });
}

const OPTIONS = {
  scope: { type: 'string' }, entity: { type: 'string' }, id: { type: 'string' }, code: { type: 'string' }, op: { type: 'string', multiple: true },
  before: { type: 'string' }, check: { type: 'boolean' },
} as const;

function parse(argv: readonly string[]): Result<ReturnType<typeof parseStrictly>, string> {
  try {
    return ok(parseStrictly(argv));
  } catch (error) {
    if (error instanceof TypeError) return err(error.message);
    throw error;
  }
}

const parseStrictly = (argv: readonly string[]) => parseArgs({ args: [...argv], options: OPTIONS, strict: true }).values;
