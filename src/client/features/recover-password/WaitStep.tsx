import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#core/result.ts';
import type { RecoverError, RecoveryLook } from '#client/parts/recovery.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import styles from './recover.module.css';
import { RecoverErrorBanner } from './RecoverErrorBanner.tsx';

const LOOK_EVERY_MS = 10_000;

type WaitStepProps = {
  readonly code: string;
  readonly look: () => Promise<Result<RecoveryLook, RecoverError>>;
  readonly onAnswered: () => void;
  readonly askAnew: () => void;
};

/** The code to read out, and whether two people have answered: looked at every ten seconds, and when one asks. */
export function WaitStep({ code, look, onAnswered, askAnew }: WaitStepProps) {
  const { t } = useTranslation('recover');
  const [seen, setSeen] = useState<RecoveryLook>();
  const [error, setError] = useState<RecoverError>();
  const [looking, setLooking] = useState(false);
  const running = useRef(false);

  const lookNow = useCallback(async (): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setLooking(true);
    const found = await look();
    running.current = false;
    setLooking(false);
    setError(found.ok ? undefined : found.error);
    if (!found.ok) return;
    setSeen(found.value);
    if (found.value === 'answered') onAnswered();
  }, [look, onAnswered]);
  const latest = useRef(lookNow);
  latest.current = lookNow;
  useEffect(() => {
    void latest.current();
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') void latest.current();
    }, LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, []);

  if (seen === 'refused' || seen === 'expired' || seen === 'not-for-here') {
    return (
      <>
        <Banner tone="bad" boxed alert>{t(`over.${seen}`)}</Banner>
        <ActionButton kind="primary" size="xl" full onPress={askAnew}>{t('over.again')}</ActionButton>
      </>
    );
  }
  return (
    <>
      <p>{t('wait.text')}</p>
      <output className={styles.code} aria-label={t('wait.code')}>{code}</output>
      {error ? <RecoverErrorBanner error={error} /> : null}
      <ActionButton kind="primary" size="xl" full disabled={looking} onPress={() => void lookNow()}>{t('wait.look')}</ActionButton>
      <p className={styles.status} role="status">{looking ? t('wait.looking') : seen === 'waiting' ? t('wait.notYet') : ''}</p>
      <p className={styles.note}>{t('wait.leave')}</p>
      <div className={styles.ways}>
        <ActionButton kind="quiet" onPress={askAnew}>{t('wait.cancel')}</ActionButton>
      </div>
    </>
  );
}
