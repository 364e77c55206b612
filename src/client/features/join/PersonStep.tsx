import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhoJoins } from '#core/protocol/identityWire.ts';
import type { Result } from '#core/result.ts';
import type { JoinError } from '#client/parts/joinError.ts';
import { useNewPassword } from '#client/parts/useNewPassword.tsx';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './join.module.css';
import { JoinErrorBanner } from './JoinErrorBanner.tsx';

type PersonStepProps = {
  readonly who: WhoJoins;
  readonly join: (name: string, password: string) => Promise<Result<void, JoinError>>;
  readonly back: () => void;
};

/** Whom the code lets in: how their name is written, and the password that only they know. */
export function PersonStep({ who, join, back }: PersonStepProps) {
  const { t } = useTranslation(['join', 'vocabulary', 'common']);
  const [name, setName] = useState(who.name);
  const [nameMissing, setNameMissing] = useState(false);
  const [error, setError] = useState<JoinError>();
  const [busy, setBusy] = useState(false);
  const nameInput = useRef<HTMLInputElement>(null);
  const { password, fields, check } = useNewPassword({ name, email: who.email });

  const enter = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const missing = name.trim() === '';
    setNameMissing(missing);
    if (missing) return nameInput.current?.focus();
    if (!check()) return;
    setError(undefined);
    setBusy(true);
    const joined = await join(name.trim(), password);
    if (joined.ok) return;
    setBusy(false);
    setError(joined.error);
  };

  return (
    <form className={styles.step} onSubmit={(event) => void enter(event)} noValidate>
      <div className={styles.facts}>
        <strong>{t(`vocabulary:accountRole.${who.role}`)}</strong>
        <span className={styles.fact}>{who.email}</span>
        {who.purpose === 'join' && who.invitedBy !== '' ? <span className={styles.fact}>{t('person.invitedBy', { name: who.invitedBy })}</span> : null}
      </div>
      {error ? <JoinErrorBanner error={error} /> : null}
      <input type="text" name="username" autoComplete="username" value={who.email} readOnly hidden />
      {who.purpose === 'join'
        ? <TextField label={t('person.name')} help={t('person.nameHelp')} name="name" value={name} onChange={setName} maxLength={120} inputRef={nameInput} error={nameMissing ? t('person.nameMissing') : undefined} />
        : <p>{t('person.resetText', { name: who.name })}</p>}
      {fields}
      <p className={styles.note}>{t('person.keep')}</p>
      <ActionButton kind="primary" size="xl" full submit disabled={busy}>{busy ? t('person.entering') : t('person.enter')}</ActionButton>
      <p className={styles.status} role="status">{busy ? t('signIn:openingText') : ''}</p>
      <div className={styles.ways}>
        <ActionButton kind="quiet" onPress={back}>{t('common:back')}</ActionButton>
      </div>
    </form>
  );
}
