import { IconTicket } from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Erase } from '#core/protocol/wire.ts';
import type { Result } from '#core/result.ts';
import type { EnterError } from '#client/parts/enterError.ts';
import { EnterErrorBanner } from '#client/parts/EnterErrorBanner.tsx';
import { useDeviceWord } from '#client/parts/useDeviceWord.ts';
import { LanguageChoice } from '#client/parts/LanguageChoice.tsx';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import { PasswordField } from '#client/ui/fields/PasswordField.tsx';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { SplitHero } from '#client/ui/frame/SplitHero.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './enter.module.css';
import { KnownPeople } from './KnownPeople.tsx';

type SignInScreenProps = {
  /** People who are on this tablet already. */
  readonly known: readonly KnownAccount[];
  /** Whoever was in has just been withdrawn, and their data erased. */
  readonly erased?: Erase | undefined;
  readonly signIn: (email: string, password: string) => Promise<Result<void, EnterError>>;
  readonly backTo: (account: KnownAccount) => void;
  /** *Tengo un código.* */
  readonly beginJoining: () => void;
};

/** The first time on this tablet: needs the network once. */
export function SignInScreen({ known, erased, signIn, backTo, beginJoining }: SignInScreenProps) {
  const { t } = useTranslation('signIn');
  const device = useDeviceWord();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<'email' | 'password'>();
  const [error, setError] = useState<EnterError>();
  const [busy, setBusy] = useState(false);
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const lacks = email.trim() === '' ? 'email' : password === '' ? 'password' : undefined;
    setMissing(lacks);
    setError(undefined);
    if (lacks) return (lacks === 'email' ? emailInput : passwordInput).current?.focus();
    setBusy(true);
    const entered = await signIn(email, password);
    if (entered.ok) return;
    setBusy(false);
    setError(entered.error);
    passwordInput.current?.focus();
  };

  return (
    <SplitHero productName={t('common:product')}>
      <form className={styles.form} onSubmit={(event) => void enter(event)} noValidate>
        <div className={styles.head}>
          <h1>{t('title')}</h1>
          <LanguageChoice />
        </div>
        {erased && !error ? (
          <Banner tone="warn" boxed>
            <strong className={styles.lead}>{t(`erased.${erased}.title`)}</strong>
            {t(`erased.${erased}.${device}`)}
          </Banner>
        ) : null}
        {error ? <EnterErrorBanner error={error} place="signIn" /> : null}
        <TextField label={t('email')} type="email" name="username" autoComplete="username" value={email} onChange={setEmail} inputRef={emailInput} error={missing === 'email' ? t('emailMissing') : undefined} />
        <PasswordField
          label={t('password')} name="password" autoComplete="current-password" value={password} onChange={setPassword} inputRef={passwordInput}
          showLabel={t('showPassword')} hideLabel={t('hidePassword')} error={missing === 'password' ? t('passwordMissing') : undefined}
        />
        <ActionButton kind="primary" size="xl" full submit disabled={busy}>{busy ? t('opening') : t('enter')}</ActionButton>
        <p className={styles.status} role="status">{busy ? t('openingText') : ''}</p>
        <ActionButton size="lg" full onPress={beginJoining} icon={<IconTicket size="1.375rem" stroke={2} aria-hidden="true" />}>{t('haveCode')}</ActionButton>
        <p className={styles.note}>{t('firstTimeNeedsNetwork')}</p>
        <p className={styles.note}>{t('forgotten')}</p>
        {known.length > 0 ? <KnownPeople known={known} choose={backTo} /> : null}
      </form>
    </SplitHero>
  );
}
