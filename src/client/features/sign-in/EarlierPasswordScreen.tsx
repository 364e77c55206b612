import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#core/result.ts';
import type { EnterError } from '#client/parts/enterError.ts';
import { EnterErrorBanner } from '#client/parts/EnterErrorBanner.tsx';
import { useWaitLeft } from '#client/parts/useWaitLeft.ts';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import { PasswordField } from '#client/ui/fields/PasswordField.tsx';
import { SplitHero } from '#client/ui/frame/SplitHero.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';
import styles from './enter.module.css';
import { WaitBanner } from './WaitBanner.tsx';

type EarlierPasswordScreenProps = {
  readonly account: KnownAccount;
  readonly enterWithEarlier: (earlier: string) => Promise<Result<void, EnterError>>;
  /** Nor the earlier one. */
  readonly forgotten: (account: KnownAccount) => void;
  readonly back: () => void;
};

/** The password was changed on another tablet: the one from before opens what is here once more, and then never again. */
export function EarlierPasswordScreen({ account, enterWithEarlier, forgotten, back }: EarlierPasswordScreenProps) {
  const { t } = useTranslation('signIn');
  const [earlier, setEarlier] = useState('');
  const [error, setError] = useState<EnterError>();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const secondsLeft = useWaitLeft(error?.type === 'wait' ? error.untilMs : undefined);
  useEffect(() => input.current?.focus(), []);

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || earlier === '' || secondsLeft > 0) return input.current?.focus();
    setError(undefined);
    setBusy(true);
    const entered = await enterWithEarlier(earlier);
    if (entered.ok) return;
    setBusy(false);
    setError(entered.error);
    input.current?.select();
  };

  return (
    <SplitHero productName={t('common:product')}>
      <form className={styles.form} onSubmit={(event) => void enter(event)} noValidate>
        <div className={styles.person}>
          <PersonBadge name={account.name} size={56} />
          <div className={styles.who}>
            <h1>{t('earlier.title')}</h1>
            <span className={styles.email}>{account.email}</span>
          </div>
        </div>
        <p>{t('earlier.text')}</p>
        {secondsLeft > 0 ? <WaitBanner secondsLeft={secondsLeft} /> : error && error.type !== 'wait' ? <EnterErrorBanner error={error} place="unlock" /> : null}
        <PasswordField
          label={t('earlier.password')} name="earlier-password" autoComplete="current-password" value={earlier} onChange={setEarlier} inputRef={input}
          showLabel={t('showPassword')} hideLabel={t('hidePassword')}
        />
        <ActionButton kind="primary" size="xl" full submit disabled={busy || secondsLeft > 0}>{busy ? t('opening') : t('open')}</ActionButton>
        <p className={styles.status} role="status">{busy ? t('openingText') : ''}</p>
        <div className={styles.ways}>
          <ActionButton kind="quiet" onPress={() => forgotten(account)}>{t('earlier.forgot')}</ActionButton>
          <ActionButton kind="quiet" onPress={back}>{t('common:back')}</ActionButton>
        </div>
      </form>
    </SplitHero>
  );
}
