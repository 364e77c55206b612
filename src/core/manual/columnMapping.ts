import type { ManualLanguage } from './edition.ts';
import { foldText } from './foldText.ts';

/** What a column of a manual's table can be. `title`, `text`, `commentary` and `activity` have a language. */
export const COLUMN_FIELDS = [
  'id', 'parent', 'kind', 'number', 'title', 'text', 'commentary', 'level', 'levelA', 'levelB', 'levelC', 'levelD', 'tier', 'directive',
  'verifyBy', 'areas', 'interviewRoles', 'function', 'related', 'activity', 'frequency',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

export const TEXT_FIELDS = ['title', 'text', 'commentary', 'activity'] as const satisfies readonly ColumnField[];
export type TextField = (typeof TEXT_FIELDS)[number];

/** `language`: of a text column; absent where the file does not say, and the person tells the language of the whole file. */
export type MappedColumn = { readonly field: ColumnField; readonly language?: ManualLanguage };

/** One entry a column of the file, in its order; `undefined`: not imported. */
export type ColumnMapping = readonly (MappedColumn | undefined)[];

export const isTextField = (field: ColumnField): field is TextField => TEXT_FIELDS.some((one) => one === field);

/**
 * Proposes what each column is, by its header: Spanish or English, any case, with or without accents, `title_es`, `Título (ES)`,
 * `label::Español`. A word that is Spanish or English by itself (`texto`, `text`) tells the language only where another column
 * has the same field: a file with one text column may be in either. A field is proposed once: a second column stays free.
 */
export function proposeMapping(header: readonly string[]): ColumnMapping {
  const guesses = header.map(guessOf);
  const languagesOf = (field: ColumnField): number => guesses.filter((guess) => guess?.field === field).length;
  const taken = new Set<string>();
  return guesses.map((guess) => {
    if (guess === undefined) return undefined;
    const language = guess.said ?? (languagesOf(guess.field) > 1 ? guess.ownLanguage : undefined);
    const column: MappedColumn = { field: guess.field, ...(language === undefined || !isTextField(guess.field) ? {} : { language }) };
    const key = `${column.field} ${column.language ?? ''}`;
    if (taken.has(key)) return undefined;
    taken.add(key);
    return column;
  });
}

/** A word for a field, and the language that the word itself is in where its other language has another word. */
const WORDS: readonly (readonly [ColumnField, readonly string[], readonly string[]])[] = [
  ['id', ['idunico', 'identificador', 'clave unica'], ['id', 'uid', 'identifier', 'unique id', 'ref id', 'urn']],
  ['parent', ['padre', 'id padre', 'codigo padre', 'superior', 'pertenece a'], ['parent', 'parent id', 'parentid', 'parent urn', 'belongs to']],
  ['kind', ['tipo', 'clase', 'elemento'], ['kind', 'type', 'element']],
  ['number', ['codigo', 'clave', 'numero', 'num', 'no', 'etiqueta', 'numeral'], ['number', 'code', 'label', 'no', 'ref', 'standard number']],
  ['title', ['titulo', 'encabezado', 'nombre', 'denominacion'], ['title', 'heading', 'name']],
  ['text', ['texto', 'enunciado', 'contenido', 'descripcion', 'requisito'], ['text', 'statement', 'content', 'description', 'requirement', 'prose']],
  ['commentary', ['comentario', 'comentarios', 'explicacion', 'guia'], ['commentary', 'comment', 'comments', 'guidance', 'explanation', 'annotation']],
  ['level', ['nivel', 'obligatoriedad', 'obligatorio'], ['level', 'mandatory']],
  ['levelA', ['nivel a'], ['level a']],
  ['levelB', ['nivel b'], ['level b']],
  ['levelC', ['nivel c'], ['level c']],
  ['levelD', ['nivel d'], ['level d']],
  ['tier', ['categoria', 'grado'], ['tier']],
  ['directive', ['directiva', 'directiva escrita', 'requiere directiva'], ['directive', 'written directive', 'directive required']],
  ['verifyBy', ['verificacion', 'verificar por', 'se verifica por', 'metodo', 'metodos'], ['verify by', 'verification', 'method', 'methods']],
  ['areas', ['area', 'areas', 'lugar', 'lugares'], ['areas', 'area', 'places']],
  ['interviewRoles', ['entrevistar a', 'entrevistas', 'a quien entrevistar'], ['interview', 'interview roles', 'interviews', 'who to interview']],
  ['function', ['funcion', 'depende de'], ['function', 'depends on', 'depends on function']],
  ['related', ['relacionados', 'relacion', 'equivalencias'], ['related', 'related standards', 'crosswalk', 'see also']],
  ['activity', ['actividad', 'actividad periodica'], ['activity', 'periodic activity']],
  ['frequency', ['frecuencia', 'periodicidad'], ['frequency', 'period']],
];

type Word = { readonly field: ColumnField; readonly ownLanguage: ManualLanguage | undefined };

const wordsIn = (language: ManualLanguage, field: ColumnField, words: readonly string[], others: readonly string[]): readonly (readonly [string, Word])[] =>
  words.map((word) => [word, { field, ownLanguage: others.includes(word) ? undefined : language }]);

const FIELD_BY_WORD: ReadonlyMap<string, Word> = new Map(WORDS.flatMap(([field, es, en]) => [...wordsIn('es', field, es, en), ...wordsIn('en', field, en, es)]));

const LANGUAGE_WORDS: readonly (readonly [RegExp, ManualLanguage])[] = [
  [/(?:^|[ (])(?:es|es mx|spa|spanish|espanol|espanol es|castellano)\)?$/, 'es'],
  [/(?:^|[ (])(?:en|en us|eng|english|ingles|english en)\)?$/, 'en'],
];

/** `said`: the header names the language. */
type Guess = Word & { readonly said?: ManualLanguage };

function guessOf(header: string): Guess | undefined {
  const folded = foldText(header).replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const plain = FIELD_BY_WORD.get(folded) ?? FIELD_BY_WORD.get(folded.replaceAll(' ', ''));
  if (plain !== undefined) return plain;
  for (const [pattern, language] of LANGUAGE_WORDS) {
    const word = folded.replace(pattern, '').trim();
    const found = word === folded ? undefined : FIELD_BY_WORD.get(word);
    if (found !== undefined) return { ...found, said: language };
  }
  return undefined;
}
