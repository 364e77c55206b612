import { useTranslation } from 'react-i18next';

/** The language of the screens: what a new note is in until its author says otherwise. */
export function useInterfaceLanguage(): 'es' | 'en' {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'es';
}
