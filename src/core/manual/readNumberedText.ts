import type { ManualLanguage, Program } from './edition.ts';
import { unreadable, type ManualReading } from './manualReading.ts';
import { readManualTable } from './readManualTable.ts';
import type { CsvRow } from './csvRows.ts';

export type TextOptions = { readonly language?: ManualLanguage; readonly edition?: { readonly id: string; readonly program: Program; readonly name: string } };

/**
 * A manual as plain text, also as it comes out of a PDF: numbered headings (`1`, `1.2`, `1.2.9`) with lettered bullets, or a law
 * (`Título`, `Capítulo`, `Artículo`, fracciones `I.`, incisos `a)`). Lines that a page repeats and page numbers are left out. Rows
 * in problems are lines of the file. What stands before the first heading is not part of the manual.
 */
export function readNumberedText(text: string, options: TextOptions): ManualReading {
  const lines = text.split(/\r\n|\n|\r/).map((line, i) => ({ row: i + 1, text: line.trim() }));
  const clean = withoutPageFurniture(lines);
  const isLaw = clean.filter((line) => ARTICLE.test(line.text)).length >= 3;
  const all = entriesOf(clean, isLaw ? lawMark : newNumberMark());
  // The decree that enacts a law has an article of its own, before the law's first heading.
  const entries = all.slice(Math.max(0, all.findIndex(({ kind }) => kind === 'título' || kind === 'capítulo')));
  if (entries.length < 2) {
    return unreadable({
      severity: 'error', row: 1, column: '', code: 'no-numbering', values: {},
      message: 'No numbered headings (1, 1.2, 1.2.9 or Capítulo, Artículo) were found in this text; save the manual as a table.',
    });
  }
  return readManualTable({ header: ['kind', 'number', 'title', 'text'], rows: entries.map(rowOf) }, options);
}

type Line = { readonly row: number; readonly text: string };
/** Words of `proposeKinds`: in a law with títulos, capítulos are within them. */
type Kind = 'chapter' | 'section' | 'standard' | 'bullet' | 'título' | 'capítulo' | 'artículo' | 'fracción';
type Mark = { readonly kind: Kind; readonly number: string; readonly rest: string };
type Entry = { readonly row: number; readonly kind: Kind; readonly number: string; readonly lines: string[] };

const ARTICLE = /^Art[íi]culo\s+(\d+(?:\s*(?:Bis|Ter|Qu[áa]ter))?|[ÚU]nico)\s*[.°º]?-?\s*/i;
const DIVISION = /^(T[ÍI]TULO|CAP[ÍI]TULO|SECCI[ÓO]N)\s+([IVXLCDM]+|\d+|[ÚU]NIC[OA]|PRIMER[OA]|SEGUND[OA]|TERCER[OA]|CUART[OA]|QUINT[OA]|SEXT[OA]|S[ÉE]PTIM[OA]|OCTAV[OA]|NOVEN[OA]|D[ÉE]CIM[OA](?:\s+\w+)?)\.?\s*/i;
/** What follows the articles of a law and is not part of them. */
const TRANSITORY = /^(?:ART[ÍI]CULOS\s+)?TRANSITORIOS?$/i;

/** A short line that stands on many pages, and lines of digits alone. */
function withoutPageFurniture(lines: readonly Line[]): readonly Line[] {
  const shape = (text: string): string => text.replace(/\d+/g, '#');
  const counts = new Map<string, number>();
  for (const { text } of lines) counts.set(shape(text), (counts.get(shape(text)) ?? 0) + 1);
  return lines.filter(({ text }) => {
    if (text === '' || /^\d+(?:\s*(?:de|of|\/)\s*\d+)?$/i.test(text)) return false;
    const isFurniture = (counts.get(shape(text)) ?? 0) >= 4 && text.length > 12 && text.length < 140 && !/[;:.]$/.test(text);
    return !isFurniture || ARTICLE.test(text) || DIVISION.test(text);
  });
}

function entriesOf(lines: readonly Line[], markOf: (text: string) => Mark | 'end' | undefined): readonly Entry[] {
  const entries: Entry[] = [];
  for (const { row, text } of lines) {
    const mark = markOf(text);
    if (mark === 'end') break;
    if (mark === undefined) entries.at(-1)?.lines.push(text);
    else entries.push({ row, kind: mark.kind, number: mark.number, lines: mark.rest === '' ? [] : [mark.rest] });
  }
  return entries;
}

function lawMark(text: string): Mark | 'end' | undefined {
  if (TRANSITORY.test(text)) return 'end';
  const division = DIVISION.exec(text);
  if (division) {
    const kind = /^T/i.test(division[1] ?? '') ? 'título' : /^C/i.test(division[1] ?? '') ? 'capítulo' : 'section';
    return { kind, number: `${division[1]} ${division[2]}`, rest: text.slice(division[0].length) };
  }
  const article = ARTICLE.exec(text);
  if (article) return { kind: 'artículo', number: `Artículo ${article[1]}`, rest: text.slice(article[0].length) };
  const fraction = /^([IVXLC]+)\.\s+(.*)$/.exec(text) ?? /^([a-zñ])\)\s+(.*)$/.exec(text);
  return fraction ? { kind: 'fracción', number: fraction[1] ?? '', rest: fraction[2] ?? '' } : undefined;
}

/** Numbers that go on from each other: a line that merely begins with a figure (`30 days after …`) opens nothing. */
function newNumberMark(): (text: string) => Mark | undefined {
  const known = new Set<string>();
  return (text) => {
    const numbered = /^(\d+(?:\.\d+)*)\.?\s+(\S.*)$/.exec(text);
    if (numbered) {
      const number = numbered[1] ?? '';
      const parts = number.split('.');
      const parent = parts.slice(0, -1).join('.');
      const isChapter = parts.length === 1 && Number(number) <= 99 && /^\p{Lu}/u.test(numbered[2] ?? '') && !/[.;,]$/.test(text);
      if (known.has(number) || !(isChapter || known.has(parent))) return undefined;
      known.add(number);
      return { kind: parts.length === 1 ? 'chapter' : parts.length === 2 ? 'section' : 'standard', number, rest: numbered[2] ?? '' };
    }
    const bullet = known.size > 0 ? (/^\(?([a-zñ](?:\.\d+)?)[).]\s+(\S.*)$/.exec(text)) : null;
    return bullet ? { kind: 'bullet', number: bullet[1] ?? '', rest: bullet[2] ?? '' } : undefined;
  };
}

/** The first line of a standard is its title where it is short and ends no sentence, and more follows. */
function rowOf({ row, kind, number, lines }: Entry): CsvRow {
  const [first = '', ...rest] = lines;
  if (['chapter', 'section', 'título', 'capítulo'].includes(kind)) return { row, cells: [kind, number, lines.join(' '), ''] };
  const hasTitle = kind === 'standard' && rest.length > 0 && first.length <= 90 && !/[.:;,]$/.test(first);
  return { row, cells: [kind, number, hasTitle ? first : '', (hasTitle ? rest : lines).join(' ')] };
}
