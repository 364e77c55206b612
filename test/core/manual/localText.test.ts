import { expect, test } from 'vitest';
import { textIn } from '#core/manual/localText.ts';

test('a text is read in the wanted language', () => {
  expect(textIn({ es: 'hola', en: 'hello' }, 'en')).toEqual({ text: 'hello', language: 'en', isFallback: false });
});

test('a missing text falls back to the other language, marked, never blank', () => {
  expect(textIn({ es: 'hola', en: ' ' }, 'en')).toEqual({ text: 'hola', language: 'es', isFallback: true });
  expect(textIn({ en: 'hello' }, 'es')).toEqual({ text: 'hello', language: 'en', isFallback: true });
});

test('a text in no language is nothing, not an empty line', () => {
  expect(textIn({}, 'es')).toBeUndefined();
  expect(textIn({ es: '' }, 'es')).toBeUndefined();
});
