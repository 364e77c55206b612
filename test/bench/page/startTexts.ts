import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { usePreferences } from '#client/storage/preferences.ts';
import common from '#locales/es/common.json';
import rating from '#locales/es/rating.json';
import vocabulary from '#locales/es/vocabulary.json';

/** The list's texts in Spanish, there before anything is measured. */
export async function startTexts(): Promise<void> {
  usePreferences.setState({ language: 'es', manualLanguage: 'es' });
  await i18next.use(initReactI18next).init({
    lng: 'es', fallbackLng: false, defaultNS: 'common', resources: { es: { common, rating, vocabulary } },
    interpolation: { escapeValue: false }, react: { useSuspense: false },
  });
}
