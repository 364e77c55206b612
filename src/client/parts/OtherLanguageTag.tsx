import { useTranslation } from 'react-i18next';
import { LangTag } from '#client/ui/parts/LangTag.tsx';
import { useInterfaceLanguage } from './useInterfaceLanguage.ts';

/** ES or EN beside a text that is not in the screen's language; nothing where it is. */
export function OtherLanguageTag({ language }: { readonly language: 'es' | 'en' | undefined }) {
  const { t } = useTranslation('vocabulary');
  const screen = useInterfaceLanguage();
  if (language === undefined || language === screen) return null;
  return <LangTag lang={language} label={t(`language.${language}`)} />;
}
