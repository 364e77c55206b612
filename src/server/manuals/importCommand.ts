import { sha256OfBytes, sha256OfText } from '#core/bytes.ts';
import type { Edition } from '#core/manual/edition.ts';
import type { ManualLanguage } from '#core/manual/edition.ts';
import { unreadable, type ManualReading, type Problem } from '#core/manual/manualReading.ts';
import type { ManualFile, ManualFileReading, ManualOptions } from '#core/manual/readManual.ts';
import { uniteLanguages } from '#core/manual/uniteLanguages.ts';
import { importArguments, IMPORT_USAGE, type ImportArguments } from './importArguments.ts';

/** What the command asks of the outside world. */
export type ImportIo = {
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** `readManual`, where a file made to hurt does no harm. */
  readonly readManual: (file: ManualFile, options: ManualOptions) => Promise<ManualFileReading>;
  readonly print: (line: string) => void;
  readonly printError: (line: string) => void;
  /** `same`: this edition with this content is already there · `other-content`: its id belongs to another content. */
  readonly saveEdition: (edition: Edition, sourceSha256: string) => Promise<'saved' | 'same' | 'other-content'>;
};

/**
 * `FILE [FILE2] [--language es|en --program LE|COM|ACA --edition ID --name TEXT] [--check] [--json]`. Gives the exit status: 0
 * where the file has no error and, unless only checked, its edition is stored; else 1, and nothing has been written.
 * With `--json`, standard output is one document `{counts, languages, problems}`.
 */
export async function runImport(argv: readonly string[], io: ImportIo): Promise<number> {
  const read = importArguments(argv);
  if (!read.ok) {
    io.printError(read.error);
    io.printError(IMPORT_USAGE);
    return 1;
  }
  const { value: args } = read;
  const { reading, sourceSha256 } = await readManual(args, io);
  report(args, reading, io);
  if (reading.problems.some((problem) => problem.severity === 'error')) return 1;
  if (args.check) return 0;
  if (reading.edition === undefined) {
    io.printError(`This file needs ${missingFlags(args, reading).join(', ')} to be imported; nothing was written.`);
    return 1;
  }
  return save(reading.edition, sourceSha256, args, io);
}

async function readManual(args: ImportArguments, io: ImportIo): Promise<{ readonly reading: ManualReading; readonly sourceSha256: string }> {
  const first = await readOne(args.file, optionsOf(args, args.language), io);
  if (args.second === undefined) return first;
  const second = await readOne(args.second, optionsOf(args, args.language === 'es' ? 'en' : 'es'), io);
  return {
    reading: uniteLanguages({ name: args.file, reading: first.reading }, { name: args.second, reading: second.reading }),
    sourceSha256: sha256OfText(`${first.sourceSha256}\n${second.sourceSha256}`),
  };
}

async function readOne(path: string, options: ManualOptions, io: ImportIo): Promise<{ readonly reading: ManualFileReading; readonly sourceSha256: string }> {
  let bytes: Uint8Array;
  try {
    bytes = await io.readFile(path);
  } catch (error) {
    const message = `The file could not be opened: ${error instanceof Error ? error.message : String(error)}`;
    return { reading: unreadable({ severity: 'error', row: 0, column: '', code: 'not-found', message, values: {} }), sourceSha256: '' };
  }
  return { reading: await io.readManual({ name: path, bytes }, options), sourceSha256: sha256OfBytes(bytes) };
}

function optionsOf({ program, editionId, name, sheet }: ImportArguments, language: ManualLanguage | undefined): ManualOptions {
  const told = { ...(language === undefined ? {} : { language }), ...(sheet === undefined ? {} : { sheet }) };
  if (program === undefined || editionId === undefined || name === undefined || name.trim() === '') return told;
  return { ...told, edition: { id: editionId, program, name } };
}

function missingFlags({ program, editionId, name }: ImportArguments, { languages }: ManualReading): readonly string[] {
  const needed: readonly (readonly [string, boolean])[] = [
    ['--language', languages.includes('und')],
    ['--program', program === undefined],
    ['--edition', editionId === undefined],
    ['--name', name === undefined || name.trim() === ''],
  ];
  return needed.filter(([, isMissing]) => isMissing).map(([flag]) => flag);
}

function report(args: ImportArguments, { counts, languages, problems }: ManualReading, io: ImportIo): void {
  if (args.json) {
    io.print(JSON.stringify({ counts, languages, problems }, null, 2));
    return;
  }
  const { chapter, section, standard, bullet } = counts;
  io.print(`${[args.file, args.second].filter(Boolean).join(' + ')}: chapters ${chapter}, sections ${section}, standards ${standard}, bullets ${bullet}; languages: ${languages.join(', ') || 'none'}`);
  for (const problem of problems) (problem.severity === 'error' ? io.printError : io.print)(`${problem.severity}: ${placeOf(problem)}${problem.message}`);
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  if (errors > 0) io.printError(`${errors === 1 ? '1 error' : `${errors} errors`}: nothing was imported.`);
  else if (args.check) io.print('The file can be imported; nothing was written.');
}

function placeOf({ file, row, column }: Problem): string {
  const place = [file ?? '', row > 0 ? `row ${row}` : '', column].filter((part) => part !== '').join(', ');
  return place === '' ? '' : `${place}: `;
}

async function save(edition: Edition, sourceSha256: string, args: ImportArguments, io: ImportIo): Promise<number> {
  const say = args.json ? io.printError : io.print;
  const outcome = await io.saveEdition(edition, sourceSha256);
  switch (outcome) {
    case 'saved':
      say(`The edition "${edition.id}" was imported.`);
      return 0;
    case 'same':
      say(`The edition "${edition.id}" is already there with this content; nothing was changed.`);
      return 0;
    case 'other-content':
      io.printError(`The edition "${edition.id}" is already there with other content. Text that visits are pinned to is never replaced: import it under another --edition.`);
      return 1;
  }
}
