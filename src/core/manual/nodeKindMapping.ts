import { foldText } from './foldText.ts';
import type { NodeKind } from './manualReading.ts';

/** What each word of the kind's column stands for; keys are folded (`foldText`). A word that is missing is unknown. */
export type KindMapping = ReadonlyMap<string, NodeKind>;

const CHAPTERS = ['chapter', 'part', 'domain', 'group', 'parte', 'dominio', 'grupo'];
const SECTIONS = ['section', 'topic', 'subchapter', 'subtopic', 'subpart', 'category', 'seccion', 'tema', 'subtema', 'apartado', 'categoria'];
const STANDARDS = ['standard', 'control', 'article', 'requirement', 'estandar', 'norma', 'articulo', 'requisito'];
const BULLETS = [
  'bullet', 'item', 'paragraph', 'subparagraph', 'clause', 'letter', 'inciso', 'subinciso', 'fraccion', 'parrafo', 'numeral', 'elemento', 'vineta', 'punto', 'letra',
];

/**
 * Proposes what the words of a kind's column stand for. In a Mexican law a *título* holds *capítulos*; in a manual without
 * títulos (and without libros) a *capítulo* is the first level itself: so the words of the whole file decide together.
 */
export function proposeKinds(words: Iterable<string>): KindMapping {
  const folded = new Set([...words].map((word) => foldText(word.trim())));
  const tops = ['libro', 'book', 'titulo', 'title', 'capitulo'].filter((word) => folded.has(word));
  const kinds = new Map<string, NodeKind>();
  for (const word of folded) {
    if (tops.includes(word)) kinds.set(word, word === tops[0] ? 'chapter' : 'section');
    else if (CHAPTERS.includes(word)) kinds.set(word, tops.length > 0 && word !== 'chapter' ? 'section' : 'chapter');
    else if (SECTIONS.includes(word)) kinds.set(word, 'section');
    else if (STANDARDS.includes(word)) kinds.set(word, 'standard');
    else if (BULLETS.includes(word)) kinds.set(word, 'bullet');
  }
  return kinds;
}
