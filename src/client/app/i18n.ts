import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, usePreferences } from '#client/storage/preferences.ts';

type Files = Readonly<Record<string, Record<string, unknown>>>;

/** Per language a chunk of what the first screens say and one of the rest; all are precached, so a switch needs no network. */
const first: Readonly<Record<Language, () => Promise<Files>>> = {
  es: async () => (await import('./spanish.ts')).spanish,
  en: async () => (await import('./english.ts')).english,
};
const rest: Readonly<Record<Language, () => Promise<Files>>> = {
  es: async () => (await import('./spanishRest.ts')).spanishRest,
  en: async () => (await import('./englishRest.ts')).englishRest,
};
const complete = new Set<Language>();

/** Starts the texts of the first screens in the chosen language and follows the preference from then on; `<html lang>` with it. */
export async function startI18n(): Promise<i18n> {
  const { language } = usePreferences.getState();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: byNamespace(language, await first[language]()) },
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false, bindI18nStore: 'added' },
  });
  document.documentElement.lang = language;
  usePreferences.subscribe((now, before) => {
    if (now.language !== before.language) void switchTo(now.language);
  });
  return i18next;
}

/** What the other screens say, in the language of now. Rejects like an import that did not come. */
export async function restOfTexts(): Promise<void> {
  const { language } = usePreferences.getState();
  if (complete.has(language)) return;
  add(language, await rest[language]());
  complete.add(language);
}

async function switchTo(language: Language): Promise<void> {
  for (const files of await Promise.all([first[language](), rest[language]()])) add(language, files);
  complete.add(language);
  if (usePreferences.getState().language !== language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

function add(language: Language, files: Files): void {
  for (const [namespace, texts] of Object.entries(byNamespace(language, files))) i18next.addResourceBundle(language, namespace, texts);
}

/** Namespace (file name) → texts. */
const byNamespace = (language: Language, files: Files): Record<string, Record<string, unknown>> =>
  Object.fromEntries(Object.entries(files).map(([path, texts]) => [path.slice(`/locales/${language}/`.length, -'.json'.length), texts]));
