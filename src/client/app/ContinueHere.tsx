import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#client/parts/SessionContext.ts';
import { SplitHero } from '#client/ui/frame/SplitHero.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './ContinueHere.module.css';

/** Another window of this person writes; one tap makes it this one. */
export function ContinueHere({ takeOver }: { readonly takeOver: () => Promise<void> }) {
  const { t } = useTranslation('app');
  const { lock } = useSession();
  const [busy, setBusy] = useState(false);
  const continueHere = async (): Promise<void> => {
    setBusy(true);
    await takeOver();
  };
  return (
    <SplitHero productName={t('common:product')}>
      <div className={styles.words}>
        <h1>{t('otherWindow.title')}</h1>
        <p>{t('otherWindow.text')}</p>
        <ActionButton kind="primary" size="xl" full disabled={busy} onPress={() => void continueHere()}>{t('otherWindow.continue')}</ActionButton>
        <ActionButton kind="quiet" onPress={lock}>{t('common:personMenu.lock')}</ActionButton>
      </div>
    </SplitHero>
  );
}
