import { useTranslation } from 'react-i18next';
import { LANGUAGES, usePreferences } from '#client/storage/preferences.ts';
import { Segmented } from '#client/ui/parts/Segmented.tsx';

/** Español / English, each in its own name. */
export function LanguageChoice() {
  const { t } = useTranslation('common');
  const { language, setPreference } = usePreferences();
  return (
    <Segmented
      label={t('personMenu.language')}
      value={language}
      options={LANGUAGES.map((value) => ({ value, label: t(`languageName.${value}`), lang: value }))}
      onChange={(value) => setPreference('language', value)}
    />
  );
}
