import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#core/result.ts';
import type { RecoverError } from '#client/parts/recovery.ts';
import { useNewPassword } from '#client/parts/useNewPassword.tsx';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './recover.module.css';
import { RecoverErrorBanner } from './RecoverErrorBanner.tsx';

type NewPasswordStepProps = { readonly account: KnownAccount; readonly finish: (password: string) => Promise<Result<void, RecoverError>>; readonly askAnew: () => void };

/** Two people have answered: a new password, and everything is there as it was left. */
export function NewPasswordStep({ account, finish, askAnew }: NewPasswordStepProps) {
  const { t } = useTranslation('recover');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<RecoverError>();
  const { password, fields, check } = useNewPassword(account);
  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy || !check()) return;
    setBusy(true);
    setError(undefined);
    const finished = await finish(password);
    if (finished.ok) return;
    setBusy(false);
    setError(finished.error);
  };
  return (
    <form className={styles.step} onSubmit={(event) => void enter(event)} noValidate>
      <p>{t('new.text')}</p>
      <input type="text" name="username" autoComplete="username" value={account.email} readOnly hidden />
      {error ? <RecoverErrorBanner error={error} /> : null}
      {error && isOver(error) ? <ActionButton onPress={askAnew}>{t('over.again')}</ActionButton> : null}
      {fields}
      <ActionButton kind="primary" size="xl" full submit disabled={busy}>{busy ? t('signIn:opening') : t('signIn:open')}</ActionButton>
      <p className={styles.status} role="status">{busy ? t('signIn:openingText') : ''}</p>
    </form>
  );
}

/** The code that came with the answer can no longer be used. */
const isOver = ({ type }: RecoverError): boolean => type === 'code-used' || type === 'code-expired' || type === 'code-unknown';
