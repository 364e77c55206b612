import { parseArgs } from 'node:util';
import { PROGRAMS, type ManualLanguage, type Program } from '#core/manual/edition.ts';
import { MANUAL_LANGUAGES } from '#core/manual/localText.ts';
import { err, ok, type Result } from '#core/result.ts';

export type ImportArguments = {
  readonly file: string;
  readonly language: ManualLanguage | undefined;
  readonly program: Program | undefined;
  readonly editionId: string | undefined;
  readonly name: string | undefined;
  readonly check: boolean;
  readonly json: boolean;
};

export const IMPORT_USAGE = [
  'Usage: npm run import -- FILE [options]',
  '  FILE            a manual in the JSON or CSV format of src/core/manual/MANUAL-FORMAT.md',
  '  --check         read and report, write nothing',
  '  --json          report as one JSON document',
  'A CSV does not say what it is, so for it also:',
  '  --language es|en   --program LE|COM|ACA   --edition ID   --name TEXT',
].join('\n');

/** Reads the command line; the error is a sentence for the person. */
export function importArguments(argv: readonly string[]): Result<ImportArguments, string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [file, ...more] = positionals;
  if (file === undefined) return err('Which file?');
  if (more.length > 0) return err(`One file at a time: "${more.join('", "')}" came besides "${file}".`);
  const language = MANUAL_LANGUAGES.find((one) => one === values.language);
  if (values.language !== undefined && language === undefined) return err(`--language is es or en, not "${values.language}".`);
  const program = PROGRAMS.find((one) => one === values.program);
  if (values.program !== undefined && program === undefined) return err(`--program is ${PROGRAMS.join(', ')}, not "${values.program}".`);
  return ok({ file, language, program, editionId: values.edition, name: values.name, check: values.check ?? false, json: values.json ?? false });
}

const OPTIONS = {
  language: { type: 'string' },
  program: { type: 'string' },
  edition: { type: 'string' },
  name: { type: 'string' },
  check: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

function parse(argv: readonly string[]): Result<ReturnType<typeof parseStrictly>, string> {
  try {
    return ok(parseStrictly(argv));
  } catch (error) {
    if (error instanceof TypeError) return err(error.message);
    throw error;
  }
}

function parseStrictly(argv: readonly string[]) {
  return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true });
}
