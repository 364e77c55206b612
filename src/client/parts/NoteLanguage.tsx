import { useTranslation } from 'react-i18next';
import { Segmented } from '#client/ui/parts/Segmented.tsx';
import styles from './NoteLanguage.module.css';

/** The language of one note: it belongs to the note, not to the screen. Names stand in their own language. */
export function NoteLanguage({ value, onChange }: { readonly value: 'es' | 'en'; readonly onChange: (language: 'es' | 'en') => void }) {
  const { t } = useTranslation(['capture', 'common']);
  return (
    <div className={styles.language}>
      <span className={styles.label} aria-hidden="true">{t('noteLanguage')}</span>
      <Segmented
        label={t('noteLanguage')}
        value={value}
        options={[{ value: 'es', label: t('common:languageName.es'), lang: 'es' }, { value: 'en', label: t('common:languageName.en'), lang: 'en' }]}
        onChange={onChange}
      />
    </div>
  );
}
