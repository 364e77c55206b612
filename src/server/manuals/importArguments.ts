import { parseArgs } from 'node:util';
import { PROGRAMS, type ManualLanguage, type Program } from '#core/manual/edition.ts';
import { MANUAL_LANGUAGES } from '#core/manual/localText.ts';
import { err, ok, type Result } from '#core/result.ts';

export type ImportArguments = {
  readonly file: string;
  /** The same manual in the other language. */
  readonly second: string | undefined;
  readonly sheet: string | undefined;
  readonly language: ManualLanguage | undefined;
  readonly program: Program | undefined;
  readonly editionId: string | undefined;
  readonly name: string | undefined;
  readonly check: boolean;
  readonly json: boolean;
};

export const IMPORT_USAGE = [
  'Usage: npm run import -- FILE [FILE2] [options]',
  '  FILE            a manual in one of the formats of src/core/manual/MANUAL-FORMAT.md',
  '  FILE2           the same manual in the other language, paired by number',
  '  --check         read and report, write nothing',
  '  --json          report as one JSON document',
  'What does not say what it is (tables, texts, OSCAL, libraries) also needs:',
  '  --language es|en   --program LE|COM|ACA   --edition ID   --name TEXT   (--sheet NAME of a workbook)',
  'With two files --language is that of the first.',
].join('\n');

/** Reads the command line; the error is a sentence for the person. */
export function importArguments(argv: readonly string[]): Result<ImportArguments, string> {
  const parsed = parse(argv);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [file, second, ...more] = positionals;
  if (file === undefined) return err('Which file?');
  if (more.length > 0) return err(`One manual at a time, in at most two files: "${more.join('", "')}" came besides "${file}" and "${second}".`);
  const language = MANUAL_LANGUAGES.find((one) => one === values.language);
  if (values.language !== undefined && language === undefined) return err(`--language is es or en, not "${values.language}".`);
  const program = PROGRAMS.find((one) => one === values.program);
  if (values.program !== undefined && program === undefined) return err(`--program is ${PROGRAMS.join(', ')}, not "${values.program}".`);
  if (second !== undefined && language === undefined) return err('Two files need --language, that of the first; the second is the other one.');
  return ok({ file, second, sheet: values.sheet, language, program, editionId: values.edition, name: values.name, check: values.check ?? false, json: values.json ?? false });
}

const OPTIONS = {
  language: { type: 'string' },
  program: { type: 'string' },
  edition: { type: 'string' },
  name: { type: 'string' },
  sheet: { type: 'string' },
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
