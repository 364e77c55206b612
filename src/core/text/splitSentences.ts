/** A sentence and the white space that follows it, so that joining gives the text back. */
export type Sentence = { readonly text: string; readonly after: string };

/** White space after a full stop (with what closes after it), or any line break. */
const BOUNDARY = /(?<=[.!?…]["'»”’)\]]*)\s+|\s*\n\s*/gu;

/**
 * Cuts a text into sentences and lines. An abbreviation is cut too (`Cmte. Salas`): the pieces are smaller then, and
 * nothing else changes. White space at both ends of the text is dropped.
 */
export function splitSentences(text: string): readonly Sentence[] {
  const trimmed = text.trim();
  const sentences: Sentence[] = [];
  let start = 0;
  for (const match of trimmed.matchAll(BOUNDARY)) {
    sentences.push({ text: trimmed.slice(start, match.index), after: match[0] });
    start = match.index + match[0].length;
  }
  if (start < trimmed.length) sentences.push({ text: trimmed.slice(start), after: '' });
  return sentences;
}
