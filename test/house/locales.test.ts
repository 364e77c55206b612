import { expect, test } from 'vitest';
import { AUDIT_ACTIONS } from '#core/admin/auditActions.ts';
import { CATALOGUE } from '#core/op/catalogue.ts';
import { type Language, PLURAL_FORMS, placeholdersOf, pluralFamilies, readLocale, stemOf } from './locales.ts';

const LOCALES = { es: readLocale('es'), en: readLocale('en') };
const LANGUAGES: readonly Language[] = ['es', 'en'];

/** Names that are the same in both languages. */
const SAME_IN_BOTH: readonly RegExp[] = [/^agency:state\./];

/** Words of the screen that a Mexican team does not say, or that mean another thing to it. */
const NOT_SAID_IN_SPANISH: readonly RegExp[] = [
  /veredicto/i,
  /dispositivo/i,
  /offline/i,
  /(?<!\p{L})public(?:ar|a|an|ad[oa]s?|ó|ue|uen|amos|ación|aciones)(?!\p{L})/iu,
  /¡/,
  /(?<!\p{L})(?:tú|tu|tus|puedes|quieres|tienes)(?!\p{L})/iu,
];

test('every area has its texts in both languages', () => {
  expect([...LOCALES.en.keys()].toSorted()).toEqual([...LOCALES.es.keys()].toSorted());
});

test('a text that exists in one language exists in the other', () => {
  const keysOf = (language: Language) =>
    [...LOCALES[language]].flatMap(([area, texts]) => [...new Set([...texts.keys()].map((key) => `${area}:${stemOf(key)}`))]).toSorted();
  expect(keysOf('en')).toEqual(keysOf('es'));
});

test('a counted text has every plural form of its language and no other', () => {
  const wrong = allTexts((language, area, texts) =>
    [...pluralFamilies(texts)]
      .filter(([stem, forms]) => texts.has(stem) || forms.toSorted().join() !== PLURAL_FORMS[language].toSorted().join())
      .map(([stem, forms]) => `${language} ${area}:${stem} has ${forms.join(' ')}`),
  );
  expect(wrong).toEqual([]);
});

test('a text says the same numbers, names and dates in both languages', () => {
  const wrong = [...LOCALES.es].flatMap(([area, spanish]) => {
    const english = LOCALES.en.get(area) ?? new Map<string, string>();
    return [...spanish]
      .map(([key, text]) => ({ key, es: placeholdersOf(text), en: placeholdersOf(english.get(key) ?? english.get(`${stemOf(key)}_other`) ?? '') }))
      .filter(({ key, es, en }) => english.has(key) && !key.endsWith('_one') && es.join() !== en.join())
      .map(({ key, es, en }) => `${area}:${key} es {{${es.join(' ')}}} en {{${en.join(' ')}}}`);
  });
  expect(wrong).toEqual([]);
});

test('a form for one or a million asks for nothing that the general form is not given', () => {
  const wrong = allTexts((language, area, texts) =>
    [...texts]
      .filter(([key, text]) => {
        const other = texts.get(`${stemOf(key)}_other`);
        return other !== undefined && placeholdersOf(text).some((name) => !placeholdersOf(other).includes(name));
      })
      .map(([key]) => `${language} ${area}:${key}`),
  );
  expect(wrong).toEqual([]);
});

test('every act of the audit log has its words', () => {
  for (const language of LANGUAGES) {
    const words = LOCALES[language].get('audit') ?? new Map<string, string>();
    expect(AUDIT_ACTIONS.filter((action) => !words.has(`action.${action}`))).toEqual([]);
  }
});

test('no text is empty or ends in a stray space', () => {
  const wrong = allTexts((language, area, texts) =>
    [...texts].filter(([, text]) => text.trim() === '' || text !== text.trim()).map(([key]) => `${language} ${area}:${key}`),
  );
  expect(wrong).toEqual([]);
});

test('no sentence was left untranslated', () => {
  const wrong = [...LOCALES.es].flatMap(([area, texts]) =>
    [...texts]
      .filter(([key, text]) => LOCALES.en.get(area)?.get(key) === text && wordsIn(text) > 2 && !SAME_IN_BOTH.some((name) => name.test(`${area}:${key}`)))
      .map(([key, text]) => `${area}:${key} ${text}`),
  );
  expect(wrong).toEqual([]);
});

test('the Spanish uses the words of a Mexican team, and usted', () => {
  const wrong = [...LOCALES.es].flatMap(([area, texts]) =>
    [...texts]
      .filter(([, text]) => NOT_SAID_IN_SPANISH.some((word) => word.test(text)))
      .map(([key, text]) => `${area}:${key} ${text}`),
  );
  expect(wrong).toEqual([]);
});

function allTexts(problems: (language: Language, area: string, texts: ReadonlyMap<string, string>) => readonly string[]): readonly string[] {
  return LANGUAGES.flatMap((language) => [...LOCALES[language]].flatMap(([area, texts]) => problems(language, area, texts)));
}

function wordsIn(text: string): number {
  return text.replaceAll(/\{\{[^}]*\}\}/g, ' ').match(/\p{L}{2,}/gu)?.length ?? 0;
}

test('whatever can be written has a name on the receipt and in what is safe, in both languages', () => {
  for (const language of LANGUAGES) {
    const texts = LOCALES[language].get('safety');
    expect(CATALOGUE.map(({ entity }) => entity).filter((entity) => !texts?.has(`entity.${entity}`))).toEqual([]);
  }
});
