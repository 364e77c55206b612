import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, usePreferences } from '#client/storage/preferences.ts';

type LocaleFile = { readonly default: Record<string, unknown> };

/** One chunk per language (vite.config.ts joins its files); both are precached, so a switch needs no network. */
const files = import.meta.glob<LocaleFile>('/locales/*/*.json');

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
  const prefix = `/locales/${language}/`;
  const loaded = await Promise.all(
    Object.entries(files)
      .filter(([path]) => path.startsWith(prefix))
      .map(async ([path, load]) => [path.slice(prefix.length, -'.json'.length), (await load()).default] as const),
  );
  return Object.fromEntries(loaded);
}
