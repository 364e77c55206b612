import MiniSearch from 'minisearch';
import type { LocalText, Standard } from './edition.ts';
import { foldText } from './foldText.ts';
import type { ManualIndex } from './manualIndex.ts';
import { walkBullets } from './standardItems.ts';

export type StandardSearch = {
  /** The standards that match, best first; nothing for an empty query. */
  readonly search: (query: string) => readonly Standard[];
};

const FIELDS = ['number', 'title', 'statement', 'bullets', 'commentary'] as const;
type SearchDocument = { readonly id: string } & Readonly<Record<(typeof FIELDS)[number], string>>;

/** Words, and numbers with their dots: `1.2.9` is one token. */
const TOKEN = /[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;
/** Shorter words must be right: one wrong letter of four is another word. */
const MIN_FUZZY_CHARS = 5;

/**
 * Search over numbers and both languages' titles, statements and bullets. A query that looks like a number gives that
 * standard first, then those below it (`1.2` → 1.2.1, 1.2.2 …), then those that begin with the same digits (1.20), in
 * order. Words match by their beginning and forgive a slip in longer ones; accents and case do not matter.
 */
export function searchStandards(index: ManualIndex): StandardSearch {
  let engine: MiniSearch<SearchDocument> | undefined;
  return {
    search: (query) => {
      if (query.trim() === '') return [];
      engine ??= engineOver(index);
      return search(index, engine, query);
    },
  };
}

/** About 100 ms for 600 standards on a desktop, four times that on a tablet: made at the first query, never on the way to the list. */
function engineOver(index: ManualIndex): MiniSearch<SearchDocument> {
  const engine = new MiniSearch<SearchDocument>({
    fields: [...FIELDS],
    tokenize: (text) => foldText(text).match(TOKEN) ?? [],
    processTerm: (term) => term,
    searchOptions: {
      boost: { title: 3, number: 2, statement: 1.5 },
      prefix: (term) => term.length >= 2,
      fuzzy: (term) => (term.length >= MIN_FUZZY_CHARS && !/\d/.test(term) ? 0.2 : false),
    },
  });
  engine.addAll(index.standards.map(documentOf));
  return engine;
}

function search(index: ManualIndex, engine: MiniSearch<SearchDocument>, query: string): readonly Standard[] {
  const trimmed = query.trim();
  if (trimmed === '') return [];
  const found = new Map<string, Standard>();
  for (const standard of byNumber(index.standards, trimmed)) found.set(standard.id, standard);
  const everyWord = engine.search(trimmed, { combineWith: 'AND' });
  for (const hit of everyWord.length > 0 ? everyWord : engine.search(trimmed, { combineWith: 'OR' })) {
    const place = index.placeById.get(String(hit.id));
    if (place !== undefined) found.set(place.standard.id, place.standard);
  }
  return [...found.values()];
}

function byNumber(standards: readonly Standard[], query: string): readonly Standard[] {
  if (!/^\S*\d\S*$/.test(query)) return [];
  const wanted = foldText(query).replace(/\.+$/, '');
  const numbered = standards.map((standard) => ({ standard, number: foldText(standard.number) }));
  const exact = numbered.filter(({ number }) => number === wanted);
  const below = numbered.filter(({ number }) => number.startsWith(`${wanted}.`));
  const alike = numbered.filter(({ number }) => number.startsWith(wanted) && number !== wanted && !number.startsWith(`${wanted}.`));
  return [...exact, ...below, ...alike].map(({ standard }) => standard);
}

function documentOf(standard: Standard): SearchDocument {
  return {
    id: standard.id,
    number: standard.number,
    title: bothLanguages(standard.title),
    statement: bothLanguages(standard.statement),
    bullets: walkBullets(standard).map(({ bullet }) => bothLanguages(bullet.text)).join('\n'),
    commentary: bothLanguages(standard.commentary),
  };
}

const bothLanguages = (text: LocalText): string => [text.es, text.en].filter((part) => part !== undefined).join('\n');
