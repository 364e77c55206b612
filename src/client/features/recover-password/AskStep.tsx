import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#core/result.ts';
import type { RecoverError } from '#client/parts/recovery.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './recover.module.css';
import { RecoverErrorBanner } from './RecoverErrorBanner.tsx';

type AskStepProps = { readonly ask: () => Promise<Result<{ readonly code: string }, RecoverError>>; readonly onAsked: (code: string) => void };

/** What will happen, before anything does. */
export function AskStep({ ask, onAsked }: AskStepProps) {
  const { t } = useTranslation('recover');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<RecoverError>();
  const send = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const asked = await ask();
    setBusy(false);
    if (asked.ok) onAsked(asked.value.code);
    else setError(asked.error);
  };
  return (
    <>
      <p>{t('ask.text')}</p>
      <ol className={styles.steps}>
        <li>{t('ask.first')}</li>
        <li>{t('ask.second')}</li>
        <li>{t('ask.third')}</li>
      </ol>
      {error ? <RecoverErrorBanner error={error} /> : null}
      <ActionButton kind="primary" size="xl" full disabled={busy} onPress={() => void send()}>{busy ? t('ask.sending') : t('ask.go')}</ActionButton>
      <p className={styles.note}>{t('ask.safe')}</p>
    </>
  );
}
