import { IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent } from '#core/visit/values.ts';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { RadioCards } from '#client/ui/fields/RadioCards.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './NewInterview.module.css';
import { PrivacyNotice } from './PrivacyNotice.tsx';

type ConsentStepProps = {
  readonly code: string;
  readonly noticeLang: 'es' | 'en';
  readonly onNoticeLang: (language: 'es' | 'en') => void;
  readonly onBack: () => void;
  readonly onConsent: (consent: Consent, attributable: boolean) => void;
  readonly onRefuse: () => void;
  readonly busy: boolean;
  readonly errorText: string | undefined;
};

/** Step 2: the notice to be shown, and what the person decides. Consent is never preselected; not to be attributed is. */
export function ConsentStep({ code, noticeLang, onNoticeLang, onBack, onConsent, onRefuse, busy, errorText }: ConsentStepProps) {
  const { t } = useTranslation('interview');
  const [consent, setConsent] = useState<Consent | 'refused' | ''>('');
  const [attributable, setAttributable] = useState<'no' | 'yes'>('no');
  const [asked, setAsked] = useState(false);
  const go = (): void => {
    if (consent === '') setAsked(true);
    else if (consent === 'refused') onRefuse();
    else onConsent(consent, attributable === 'yes');
  };
  const options = (['tacit', 'written', 'refused'] as const).map((value) => ({ value, label: t(`consent.${value}`), second: t(`consent.${value}Second`) }));
  return (
    <PageColumn>
      <PageHeader over={t('step', { step: 2 })} title={t('consent.title')} side={<ActionButton onPress={onBack}>{t('consent.back')}</ActionButton>} />
      <div className={styles.consent}>
        <PrivacyNotice code={code} language={noticeLang} onLanguage={onNoticeLang} />
        <Card title={t('consent.decides')}>
          <RadioCards label={t('consent.label')} value={consent} options={options} onChange={setConsent} />
          {consent === 'refused' ? null : (
            <RadioCards
              label={t('consent.attributable')}
              value={attributable}
              options={[{ value: 'no', label: t('consent.notAttributed') }, { value: 'yes', label: t('consent.byRole') }]}
              onChange={setAttributable}
            />
          )}
          {asked && consent === '' ? <Banner tone="warn" boxed alert>{t('consent.choose')}</Banner> : null}
          {errorText === undefined ? null : <Banner tone="bad" boxed alert>{errorText}</Banner>}
          <ActionButton kind="primary" size="xl" full disabled={busy} iconAfter={<IconArrowRight stroke={2} aria-hidden="true" />} onPress={go}>
            {consent === 'refused' ? t('consent.close') : t('consent.start', { code })}
          </ActionButton>
        </Card>
      </div>
    </PageColumn>
  );
}
