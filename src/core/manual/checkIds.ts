import type { NodeKind } from './manualReading.ts';
import type { ProblemList } from './problemList.ts';
import { RESERVED_BULLET_IDS } from './standardItems.ts';

export type IdPlace = { readonly id: string; readonly kind: NodeKind; readonly row: number; readonly column: string };

const MAX_ID_CHARS = 200;

/** Ids are compared as people see them: without the spaces around them, accents composed (NFC). */
export const comparableId = (id: string): string => id.trim().normalize('NFC');

/**
 * Reports ids that repeat anywhere in the manual, that could not be part of a rating's key, and (as warnings) those that
 * a person cannot tell apart: other alphabets' letters, other case, invisible characters.
 */
export function checkIds(places: readonly IdPlace[], problems: ProblemList): void {
  const seen = new Map<string, IdPlace>();
  const looks = new Map<string, IdPlace>();
  for (const place of places) {
    const id = comparableId(place.id);
    const first = seen.get(id);
    if (first !== undefined) {
      problems.error('repeated-id', place.row, place.column, `The id "${id}" is already used ${whereIs(first)}; every id must be unique in the manual.`);
      continue;
    }
    seen.set(id, place);
    reportBadId(id, place, problems);
    const look = lookOf(id);
    const alike = looks.get(look);
    if (alike === undefined) looks.set(look, place);
    else problems.warning('lookalike-id', place.row, place.column, `The id "${id}" looks like "${alike.id}" ${whereIs(alike)}, but is another one.`);
  }
}

function reportBadId(id: string, { kind, row, column }: IdPlace, problems: ProblemList): void {
  if (id.length > MAX_ID_CHARS) problems.error('bad-id', row, column, `The id is longer than ${MAX_ID_CHARS} characters.`);
  if (/\p{Cc}/u.test(id)) problems.error('bad-id', row, column, 'The id contains a control character or a line break.');
  if (kind === 'standard' && id.includes('/')) problems.error('bad-id', row, column, `The id "${id}" contains a slash; a standard's id may not.`);
  if (kind === 'bullet' && RESERVED_BULLET_IDS.includes(id)) problems.error('bad-id', row, column, `A bullet's id may not be "${id}": the product uses it itself.`);
}

const whereIs = (place: IdPlace): string => (place.row > 0 ? `in row ${place.row}` : `at ${place.column}`);

/** Small Cyrillic and Greek letters, each above the Latin one that it is taken for. */
const FOREIGN = 'авекмнорстухіѕјһԁαβεζηικμνορτυχ';
const LATIN = 'abekmhopctyxisjhdabezhikmnoptyx';

function lookOf(id: string): string {
  const folded = id.normalize('NFKC').replace(/[\p{Cf}\s]/gu, '').toLowerCase();
  return Array.from(folded, (char) => LATIN[FOREIGN.indexOf(char)] ?? char).join('');
}
