import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, usePreferences } from '#client/storage/preferences.ts';

/** One chunk per language; both are precached, so a switch needs no network. */
const files: Readonly<Record<Language, () => Promise<Record<string, Record<string, unknown>>>>> = {
  es: async () => (await import('./spanish.ts')).spanish,
  en: async () => (await import('./english.ts')).english,
};

/** Starts the texts in the chosen language and follows the preference from then on; `<html lang>` with it. */
export async function startI18n(): Promise<i18n> {
  const { language } = usePreferences.getState();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language]: await loadLanguage(language) },
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

async function switchTo(language: Language): Promise<void> {
  const texts = await loadLanguage(language);
  for (const [namespace, bundle] of Object.entries(texts)) i18next.addResourceBundle(language, namespace, bundle);
  if (usePreferences.getState().language !== language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Namespace (file name) → texts. */
async function loadLanguage(language: Language): Promise<Record<string, Record<string, unknown>>> {
  const loaded = await files[language]();
  return Object.fromEntries(Object.entries(loaded).map(([path, texts]) => [path.slice(`/locales/${language}/`.length, -'.json'.length), texts]));
}
