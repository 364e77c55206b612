import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PERSON_CODE, proposeCode } from '#core/people/proposeCode.ts';
import type { AccountRole } from '#core/people/role.ts';
import { isEmail, type InvitationMade } from '#core/protocol/identityWire.ts';
import { useAccess } from '#client/parts/AccessContext.ts';
import { SelectField } from '#client/ui/fields/SelectField.tsx';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { type FailureKind, failureKind } from './failureKind.ts';
import styles from './invite.module.css';

type InviteFormProps = { readonly roles: readonly AccountRole[]; readonly takenCodes: readonly string[]; readonly onMade: (made: InvitationMade & { readonly name: string }) => void };

/** Role, name, e-mail and the code said aloud, which is proposed from the name until somebody changes it. */
export function InviteForm({ roles, takenCodes, onMade }: InviteFormProps) {
  const { t } = useTranslation(['invite', 'vocabulary']);
  const { invite } = useAccess();
  const [role, setRole] = useState<AccountRole | ''>('');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [typedCode, setTypedCode] = useState<string>();
  const [attempted, setAttempted] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureKind>();
  const code = typedCode ?? proposeCode(name, takenCodes);
  const problems = {
    role: role === '' ? t('form.roleMissing') : undefined,
    name: name.trim() === '' ? t('form.nameMissing') : undefined,
    email: isEmail(email) ? undefined : t('form.emailWrong'),
    code: !PERSON_CODE.test(code) ? t('form.codeWrong') : takenCodes.includes(code) ? t('failure.codeTaken') : undefined,
  };
  const shown = (problem: string | undefined): string | undefined => (attempted ? problem : undefined);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAttempted(true);
    if (busy || role === '' || Object.values(problems).some((problem) => problem !== undefined)) return;
    setBusy(true);
    setFailure(undefined);
    const made = await invite({ role, name: name.trim(), email: email.trim(), code });
    setBusy(false);
    if (made.ok) onMade({ ...made.value, name: name.trim() });
    else setFailure(failureKind(made.error));
  };

  return (
    <Card title={t('form.title')}>
      <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        <SelectField
          label={t('form.role')} value={role} onChange={setRole} emptyLabel={t('form.chooseRole')} error={shown(problems.role)}
          options={roles.map((value) => ({ value, label: t(`vocabulary:accountRole.${value}`) }))}
        />
        <TextField label={t('form.name')} value={name} onChange={setName} maxLength={120} error={shown(problems.name)} />
        <TextField label={t('form.email')} help={t('form.emailHelp')} type="email" inputMode="email" value={email} onChange={setEmail} maxLength={300} error={shown(problems.email)} />
        <TextField
          label={t('form.code')} help={t('form.codeHelp')} value={code} onChange={(typed) => setTypedCode(typed === '' ? undefined : typed.toUpperCase())} maxLength={6}
          error={shown(problems.code)}
        />
        {failure ? <Banner tone="bad" boxed alert>{t(`failure.${failure}`)}</Banner> : null}
        <ActionButton kind="primary" size="lg" submit disabled={busy}>{busy ? t('form.making') : t('form.make')}</ActionButton>
      </form>
    </Card>
  );
}
