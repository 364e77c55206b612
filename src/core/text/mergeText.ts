import { diff3MergeRegions, diffComm } from 'node-diff3';
import { splitSentences, type Sentence } from './splitSentences.ts';

export type MergedSegment = { readonly text: string; readonly by: 'both' | 'a' | 'b' };
export type MergedText = { readonly segments: readonly MergedSegment[]; readonly text: string };

type Part = Sentence & { readonly by: MergedSegment['by'] };

/**
 * Merges two texts that grew out of one, sentence by sentence. What either side added or reworded is in the result,
 * marked with whose it is: two additions at one place are both kept, `a` first, and an identical one is taken once.
 * A sentence of `base` that either side removed or reworded is left out; its old wording stays in the history.
 */
export function mergeText(base: string, a: string, b: string): MergedText {
  const [o, left, right] = [splitSentences(base), splitSentences(a), splitSentences(b)];
  const wordsOf = (sentences: readonly Sentence[]): string[] => sentences.map((sentence) => sentence.text);
  const parts: Part[] = [];
  for (const region of diff3MergeRegions(wordsOf(left), wordsOf(o), wordsOf(right))) {
    if (region.stable) {
      const source = { a: left, o, b: right }[region.buffer];
      const taken = source.slice(region.bufferStart, region.bufferStart + region.bufferContent.length);
      for (const sentence of taken) parts.push({ ...sentence, by: region.buffer === 'o' ? 'both' : region.buffer });
    } else {
      parts.push(...mergeRegion(
        o.slice(region.oStart, region.oStart + region.oLength),
        left.slice(region.aStart, region.aStart + region.aLength),
        right.slice(region.bStart, region.bStart + region.bLength),
      ));
    }
  }
  const standing = new Set(parts.map((part) => part.text));
  const inRight = new Set(wordsOf(right));
  // A sentence that stood twice, of which each side removed another one, is still in both texts.
  for (const sentence of left) {
    if (!inRight.has(sentence.text) || standing.has(sentence.text)) continue;
    standing.add(sentence.text);
    parts.push({ ...sentence, by: 'both' });
  }
  return join(parts, separators(left, right));
}

/** What followed a sentence where it was not the last: a sentence moved from the end keeps its line break. */
function separators(...texts: readonly (readonly Sentence[])[]): ReadonlyMap<string, string> {
  const after = new Map<string, string>();
  for (const sentence of texts.flat()) if (sentence.after !== '' && !after.has(sentence.text)) after.set(sentence.text, sentence.after);
  return after;
}

/** A place that both sides touched. */
function mergeRegion(o: readonly Sentence[], a: readonly Sentence[], b: readonly Sentence[]): readonly Part[] {
  const before = new Set(o.map((sentence) => sentence.text));
  const inA = new Set(a.map((sentence) => sentence.text));
  const inB = new Set(b.map((sentence) => sentence.text));
  const kept = (text: string): boolean => (inA.has(text) && inB.has(text)) || !before.has(text);
  const by = (text: string): Part['by'] => (inA.has(text) ? (inB.has(text) ? 'both' : 'a') : 'b');

  const parts: Part[] = [];
  const taken = new Set<string>();
  let [i, j] = [0, 0];
  const take = (sentence: Sentence | undefined, once: boolean): void => {
    if (!sentence || !kept(sentence.text) || (once && taken.has(sentence.text))) return;
    taken.add(sentence.text);
    parts.push({ ...sentence, by: by(sentence.text) });
  };
  for (const run of diffComm(a.map((sentence) => sentence.text), b.map((sentence) => sentence.text))) {
    if (run.common) {
      for (const _ of run.common) {
        take(a[i++], false);
        j++;
      }
    } else {
      for (const _ of run.buffer1) take(a[i++], true);
      for (const _ of run.buffer2) take(b[j++], true);
    }
  }
  return parts;
}

/** Neighbours of one author become one segment; sentences of different texts are kept apart by a space. */
function join(parts: readonly Part[], after: ReadonlyMap<string, string>): MergedText {
  const segments: { text: string; by: Part['by'] }[] = [];
  parts.forEach((part, index) => {
    const text = part.text + (index === parts.length - 1 ? '' : part.after || (after.get(part.text) ?? ' '));
    const last = segments.at(-1);
    if (last?.by === part.by) last.text += text;
    else segments.push({ text, by: part.by });
  });
  return { segments, text: segments.map((segment) => segment.text).join('') };
}
