import * as v from 'valibot';
import { checkEdition, countsOfEdition } from './checkEdition.ts';
import type { Edition } from './edition.ts';
import { editionLanguages } from './editionLanguages.ts';
import { editionSchema } from './editionSchema.ts';
import { escapePointerKey } from './jsonPointer.ts';
import { NO_COUNTS, unreadable, type ManualReading, type Problem, type ProblemCode } from './manualReading.ts';
import { newProblemList } from './problemList.ts';
import { reportLostKeys } from './reportLostKeys.ts';
import { lineAt, sourceText } from './sourceText.ts';
import { tooDeepPointer } from './tooDeepPointer.ts';

/** Stands in the `format` of every file in our own format; a change that old readers would misread gets a new number. */
export const MANUAL_FORMAT = 'cotejo-manual-1';

/** Reads a manual in our JSON format (see MANUAL-FORMAT.md). Never throws for what is in the file; one error means no edition. */
export function readManualJson(source: Uint8Array | string): ManualReading {
  const text = sourceText(source);
  if (!text.ok) return unreadable(text.error);
  const parsed = parseJson(text.value.text);
  if ('problem' in parsed) return unreadable(parsed.problem);
  const deep = tooDeepPointer(parsed.value);
  if (deep !== undefined) return unreadable(problem('too-deep', 0, deep.slice(0, 200), 'The file is nested too deeply to be a manual.'));
  if (!v.is(v.object({ format: v.literal(MANUAL_FORMAT) }), parsed.value)) {
    return unreadable(problem('wrong-format', 0, '/format', `The file is JSON, but its "format" is not "${MANUAL_FORMAT}".`));
  }

  const problems = newProblemList();
  const shaped = v.safeParse(editionSchema, parsed.value);
  if (!shaped.success) {
    for (const issue of shaped.issues) problems.error('wrong-shape', 0, pointerOf(issue.path), issue.message);
    return { counts: NO_COUNTS, languages: [], problems: problems.all() };
  }
  const edition: Edition = { ...shaped.output, languages: editionLanguages(shaped.output.chapters) };
  reportLostKeys(parsed.value, shaped.output, problems);
  checkEdition(edition, problems);
  return {
    counts: countsOfEdition(edition),
    languages: edition.languages,
    ...(problems.hasErrors() ? {} : { edition }),
    problems: problems.all(),
  };
}

function parseJson(text: string): { readonly value: unknown } | { readonly problem: Problem } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Only some engines say where; a file that merely ends too early stops at its last line.
    const position = /position (\d+)/.exec(error.message)?.[1];
    const row = position === undefined ? 0 : lineAt(text, Number(position));
    return { problem: problem('not-json', row, '', `The file is not valid JSON: ${error.message}.`) };
  }
}

function pointerOf(path: readonly { readonly key: unknown }[] | undefined): string {
  return (path ?? []).map(({ key }) => `/${escapePointerKey(String(key))}`).join('');
}

function problem(code: ProblemCode, row: number, column: string, message: string): Problem {
  return { severity: 'error', row, column, code, message, values: {} };
}
