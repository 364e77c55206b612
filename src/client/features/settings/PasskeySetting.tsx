import { IconFingerprint } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccess } from '#client/parts/AccessContext.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import styles from './settings.module.css';

/** Opening by fingerprint, face or PIN: only where the platform can do it, and always beside the password. */
export function PasskeySetting() {
  const { t } = useTranslation('settings');
  const { passkey } = useAccess();
  const [state, setState] = useState<'unknown' | 'off' | 'on' | 'busy'>('unknown');
  const [failed, setFailed] = useState<'cancelled' | 'not-supported'>();
  useEffect(() => {
    const look = async (): Promise<void> => {
      if (await passkey.isOffered()) setState((await passkey.isEnrolled()) ? 'on' : 'off');
    };
    void look();
  }, [passkey]);
  if (state === 'unknown') return null;

  const enrol = async (): Promise<void> => {
    setFailed(undefined);
    setState('busy');
    const enrolled = await passkey.enrol();
    setState(enrolled.ok ? 'on' : 'off');
    if (!enrolled.ok) setFailed(enrolled.error.type === 'cancelled' ? 'cancelled' : 'not-supported');
  };
  const remove = async (): Promise<void> => {
    await passkey.remove();
    setState('off');
  };
  return (
    <div className={styles.passkey}>
      <span className={styles.label}>{t('passkey.title')}</span>
      <span className={styles.help}>{state === 'on' ? t('passkey.on') : t('passkey.off')}</span>
      {failed ? <Banner tone="warn" boxed alert>{t(`passkey.failed.${failed}`)}</Banner> : null}
      <div className={styles.actions}>
        {state === 'on'
          ? <ActionButton onPress={() => void remove()}>{t('passkey.remove')}</ActionButton>
          : <ActionButton disabled={state === 'busy'} onPress={() => void enrol()} icon={<IconFingerprint size="1.375rem" stroke={1.8} aria-hidden="true" />}>{state === 'busy' ? t('passkey.busy') : t('passkey.enrol')}</ActionButton>}
      </div>
    </div>
  );
}
