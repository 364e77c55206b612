import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type SignOutError, useSession } from '#client/parts/SessionContext.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import styles from './settings.module.css';

/** Takes this person's data off the tablet, after asking; refused while anything exists only here. */
export function SignOut() {
  const { t } = useTranslation(['settings', 'common']);
  const format = useFormat();
  const { signOut } = useSession();
  const [step, setStep] = useState<'closed' | 'asking' | 'leaving'>('closed');
  const [error, setError] = useState<SignOutError>();

  const leave = async (choice?: { readonly hasCopy: boolean }): Promise<void> => {
    setStep('leaving');
    const left = await signOut(choice);
    if (left.ok) return;
    setError(left.error);
    setStep('closed');
  };

  if (error) {
    return (
      <div className={styles.leave}>
        <Banner tone="warn" boxed alert>
          <strong>{t('signOut.onlyHereLead')}</strong>{' '}
          {t('signOut.onlyHere', { records: format.number(error.records), files: format.number(error.files) })}
        </Banner>
        {error.copiedAtMs === undefined ? <p>{t('signOut.copyFirst')}</p> : <p>{t('signOut.copied', { when: format.dateTime(new Date(error.copiedAtMs).toISOString()) })}</p>}
        <div className={styles.actions}>
          {error.copiedAtMs === undefined
            ? <ActionButton kind="primary" href="/back-up">{t('signOut.copy')}</ActionButton>
            : <ActionButton kind="danger" disabled={step === 'leaving'} onPress={() => void leave({ hasCopy: true })}>{t('signOut.withCopy')}</ActionButton>}
          <ActionButton href="/safe">{t('signOut.see')}</ActionButton>
          <ActionButton kind="quiet" onPress={() => setError(undefined)}>{t('common:close')}</ActionButton>
        </div>
      </div>
    );
  }
  if (step === 'closed') {
    return <div className={styles.leave}><ActionButton onPress={() => setStep('asking')}>{t('signOut.open')}</ActionButton></div>;
  }
  return (
    <div className={styles.leave}>
      <Banner tone="warn" boxed>{t('signOut.ask')}</Banner>
      <div className={styles.actions}>
        <ActionButton kind="danger" disabled={step === 'leaving'} onPress={() => void leave()}>{step === 'leaving' ? t('signOut.leaving') : t('signOut.confirm')}</ActionButton>
        <ActionButton kind="quiet" disabled={step === 'leaving'} onPress={() => setStep('closed')}>{t('common:cancel')}</ActionButton>
      </div>
    </div>
  );
}
