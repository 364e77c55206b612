import { useTranslation } from 'react-i18next';
import english from '#locales/en/notice.json';
import spanish from '#locales/es/notice.json';
import { PRIVACY_NOTICE_VERSION } from '#core/visit/values.ts';
import { Card } from '#client/ui/parts/Card.tsx';
import { Segmented } from '#client/ui/parts/Segmented.tsx';
import styles from './NewInterview.module.css';

type PrivacyNoticeProps = { readonly code: string; readonly language: 'es' | 'en'; readonly onLanguage: (language: 'es' | 'en') => void };

/** Read from the files of both languages: the notice is in the language of the person who is interviewed, whatever the screen's. */
const NOTICE = { es: spanish, en: english };
const PARTS = ['purpose', 'kept', 'seenBy', 'until', 'choice'] as const;

/** The notice at 20 px, to be read across a table. Our own text; a lawyer has not seen it. A change of words is a new version. */
export function PrivacyNotice({ code, language, onLanguage }: PrivacyNoticeProps) {
  const { t } = useTranslation(['interview', 'common']);
  const notice = NOTICE[language];
  return (
    <Card label={t('consent.title')}>
      <div className={styles.noticeHead}>
        <h2 lang={language}>{notice.title}</h2>
        <Segmented
          label={t('consent.noticeLanguage')}
          value={language}
          onChange={onLanguage}
          options={[{ value: 'es', label: t('common:languageName.es'), lang: 'es' }, { value: 'en', label: t('common:languageName.en'), lang: 'en' }]}
        />
      </div>
      <p className={styles.version}>{t('consent.showIt', { version: PRIVACY_NOTICE_VERSION })}</p>
      <div className={styles.notice} lang={language}>
        {PARTS.map((part) => (
          <p key={part}>
            <strong>{notice[part].lead}</strong>
            {` ${notice[part].text.replace('{{code}}', code)}`}
          </p>
        ))}
      </div>
    </Card>
  );
}
