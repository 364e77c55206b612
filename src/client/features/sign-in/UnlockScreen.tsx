import { IconArrowRight, IconFingerprint, IconLock } from '@tabler/icons-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FREE_TRIES, tryWaitMs } from '#core/people/tryWait.ts';
import type { Result } from '#core/result.ts';
import type { EnterError } from '#client/parts/enterError.ts';
import { EnterErrorBanner } from '#client/parts/EnterErrorBanner.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import { useWaitLeft } from '#client/parts/useWaitLeft.ts';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import { PasswordField } from '#client/ui/fields/PasswordField.tsx';
import { SplitHero } from '#client/ui/frame/SplitHero.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { PersonBadge } from '#client/ui/parts/PersonBadge.tsx';
import { Pill } from '#client/ui/parts/Pill.tsx';
import styles from './enter.module.css';
import { WaitBanner } from './WaitBanner.tsx';

type UnlockScreenProps = {
  readonly account: KnownAccount;
  readonly unlock: (account: KnownAccount, password: string) => Promise<Result<void, EnterError>>;
  readonly enterAnother: () => void;
  readonly hasPasskey: (account: KnownAccount) => Promise<boolean>;
  readonly unlockByPasskey: (account: KnownAccount) => Promise<Result<void, EnterError>>;
  /** *Olvidé mi contraseña.* */
  readonly forgotten: (account: KnownAccount) => void;
};

/** Opens what is on this tablet: who, that everything was saved, the password. No network. */
export function UnlockScreen({ account, unlock, enterAnother, hasPasskey, unlockByPasskey, forgotten }: UnlockScreenProps) {
  const { t } = useTranslation('signIn');
  const format = useFormat();
  const [password, setPassword] = useState('');
  const [error, setError] = useState<EnterError | undefined>(() => waitOf(account));
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const secondsLeft = useWaitLeft(error?.type === 'wait' ? error.untilMs : undefined);
  useEffect(() => input.current?.focus(), []);

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || password === '' || secondsLeft > 0) return input.current?.focus();
    setError(undefined);
    setBusy(true);
    const entered = await unlock(account, password);
    if (entered.ok) return;
    setBusy(false);
    setError(entered.error);
    input.current?.select();
  };

  const [byPasskey, setByPasskey] = useState(false);
  useEffect(() => void hasPasskey(account).then(setByPasskey), [hasPasskey, account]);
  const enterByPasskey = async (): Promise<void> => {
    setError(undefined);
    const entered = await unlockByPasskey(account);
    if (!entered.ok) setError(entered.error);
  };

  const lockedAt = account.lockedAtMs === undefined ? undefined : new Date(account.lockedAtMs).toISOString();
  return (
    <SplitHero productName={t('common:product')}>
      <form className={styles.form} onSubmit={(event) => void enter(event)} noValidate>
        {lockedAt === undefined ? null : (
          <div>
            <Pill tone="mute" icon={<IconLock size="1.125rem" stroke={2.2} aria-hidden="true" />}>{t('lockedAt', { time: format.time(lockedAt) })}</Pill>
          </div>
        )}
        <div className={styles.person}>
          <PersonBadge name={account.name} size={56} />
          <div className={styles.who}>
            <h1>{account.name}</h1>
            <span className={styles.email}>{account.email}</span>
          </div>
        </div>
        <input className={styles.forManagers} type="text" name="username" autoComplete="username" value={account.email} readOnly tabIndex={-1} aria-hidden="true" />
        {secondsLeft > 0 ? <WaitBanner secondsLeft={secondsLeft} /> : error && error.type !== 'wait' ? <EnterErrorBanner error={error} place="unlock" /> : null}
        <PasswordField
          label={t('password')} help={t('unlockHelp')} name="password" autoComplete="current-password" value={password} onChange={setPassword} inputRef={input}
          showLabel={t('showPassword')} hideLabel={t('hidePassword')}
        />
        <ActionButton kind="primary" size="xl" full submit disabled={busy || secondsLeft > 0} iconAfter={busy ? undefined : <IconArrowRight size="1.5rem" stroke={2.2} aria-hidden="true" />}>
          {busy ? t('opening') : t('open')}
        </ActionButton>
        {byPasskey ? (
          <ActionButton size="lg" full disabled={busy} onPress={() => void enterByPasskey()} icon={<IconFingerprint size="1.5rem" stroke={1.8} aria-hidden="true" />}>{t('byPasskey')}</ActionButton>
        ) : null}
        <p className={styles.status} role="status">{busy ? t('openingText') : ''}</p>
        <div className={styles.ways}>
          <ActionButton kind="quiet" onPress={() => forgotten(account)}>{t('forgot')}</ActionButton>
          <ActionButton kind="quiet" onPress={enterAnother}>{t('another')}</ActionButton>
        </div>
        <p className={styles.foot}>{t('nobodyCanRead')}</p>
      </form>
    </SplitHero>
  );
}

/** A wait that began before the page was opened again goes on. */
function waitOf({ tries }: KnownAccount): EnterError | undefined {
  const nowMs = Date.now();
  const waitMs = tries ? tryWaitMs(tries, FREE_TRIES, nowMs) : 0;
  return waitMs > 0 ? { type: 'wait', untilMs: nowMs + waitMs } : undefined;
}
