import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeText } from '#core/text/mergeText.ts';
import { splitSentences } from '#core/text/splitSentences.ts';

const BASE = 'La puerta cierra. La bitácora está al corriente.';

test('[M9] two people who added a sentence at the same place both find it, each marked as theirs', () => {
  const merged = mergeText(BASE, `${BASE} Falta septiembre.`, `${BASE} The log is reviewed monthly.`);
  expect(merged.text).toBe(`${BASE} Falta septiembre. The log is reviewed monthly.`);
  expect(merged.segments).toEqual([
    { text: `${BASE} `, by: 'both' },
    { text: 'Falta septiembre. ', by: 'a' },
    { text: 'The log is reviewed monthly.', by: 'b' },
  ]);
});

test('changes at different places are put together', () => {
  const merged = mergeText(BASE, 'La puerta cierra sólo con llave. La bitácora está al corriente.', `${BASE} Falta un sello.`);
  expect(merged.text).toBe('La puerta cierra sólo con llave. La bitácora está al corriente. Falta un sello.');
});

test('a sentence that both reworded is shown in both wordings', () => {
  const merged = mergeText('La puerta cierra.', 'La puerta no cierra.', 'La puerta cierra con llave.');
  expect(merged.text).toBe('La puerta no cierra. La puerta cierra con llave.');
});

test('the same addition by both is taken once', () => {
  const added = `${BASE} Falta septiembre.`;
  expect(mergeText(BASE, added, added)).toEqual({ text: added, segments: [{ text: added, by: 'both' }] });
});

test('a sentence that one removed stays removed, and the other one’s addition stays', () => {
  expect(mergeText(BASE, 'La puerta cierra.', `${BASE} Falta un sello.`).text).toBe('La puerta cierra. Falta un sello.');
});

test('texts that have nothing in common are both kept whole', () => {
  expect(mergeText('', 'Uno. Dos.', 'Tres.').text).toBe('Uno. Dos. Tres.');
});

test('lines of a list are pieces of their own, and their line breaks stay', () => {
  expect(mergeText('uno\ndos', 'uno\ndos\ntres', 'cero\nuno\ndos').text).toBe('cero\nuno\ndos\ntres');
});

const sentence = fc.constantFrom('Uno.', 'Dos.', 'Tres.', 'Cuatro.', 'Cinco.', 'Sí.', '¿Por qué?', 'constructor.', '__proto__.');
const text = fc.array(sentence, { maxLength: 8 }).map((sentences) => sentences.join(' '));
const sentencesIn = (whole: string): ReadonlySet<string> => new Set(splitSentences(whole).map((piece) => piece.text));

test('no sentence that either side added is ever lost', () => {
  fc.assert(
    fc.property(text, text, text, (base, a, b) => {
      const before = sentencesIn(base);
      const merged = sentencesIn(mergeText(base, a, b).text);
      for (const added of [...sentencesIn(a), ...sentencesIn(b)]) if (!before.has(added)) expect(merged).toContain(added);
    }),
  );
});

test('no sentence that both kept is ever lost, and none is invented', () => {
  fc.assert(
    fc.property(text, text, text, (base, a, b) => {
      const [inA, inB] = [sentencesIn(a), sentencesIn(b)];
      const merged = sentencesIn(mergeText(base, a, b).text);
      for (const kept of inA) if (inB.has(kept)) expect(merged).toContain(kept);
      for (const piece of merged) expect(inA.has(piece) || inB.has(piece)).toBe(true);
    }),
  );
});

test('it does not matter whose text is named first: the same sentences come out', () => {
  fc.assert(
    fc.property(text, text, text, (base, a, b) => {
      expect(sentencesIn(mergeText(base, a, b).text)).toEqual(sentencesIn(mergeText(base, b, a).text));
    }),
  );
});

test('identical edits are taken once: the result is that text', () => {
  fc.assert(
    fc.property(text, text, (base, edited) => {
      expect(mergeText(base, edited, edited).text).toBe(edited);
    }),
  );
});

test('where only one side changed anything, its text is the result', () => {
  fc.assert(
    fc.property(text, text, (base, edited) => {
      expect(mergeText(base, edited, base).text).toBe(edited);
      expect(mergeText(base, base, edited).text).toBe(edited);
    }),
  );
});

test('what is cut into sentences comes back whole, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (any) => {
      expect(splitSentences(any).map((piece) => piece.text + piece.after).join('')).toBe(any.trim());
    }),
  );
});
