import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChangePasswordError, useAccess } from '#client/parts/AccessContext.ts';
import { EnterErrorBanner } from '#client/parts/EnterErrorBanner.tsx';
import { PlainFrame } from '#client/parts/PlainFrame.tsx';
import { useNewPassword } from '#client/parts/useNewPassword.tsx';
import { useWorkspace } from '#client/storage/WorkspaceContext.ts';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { PasswordField } from '#client/ui/fields/PasswordField.tsx';
import { PageColumn } from '#client/ui/frame/PageColumn.tsx';
import { PageHeader } from '#client/ui/frame/PageHeader.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Banner } from '#client/ui/parts/Banner.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './changePassword.module.css';

/** A new password: the old one proves who asks; the data here opens by the new one at once. Needs the network. */
export function ChangePasswordScreen() {
  const { t } = useTranslation(['password', 'signIn', 'common']);
  const navigate = useNavigate();
  const { me } = useWorkspace();
  const { changePassword } = useAccess();
  const [current, setCurrent] = useState('');
  const [currentMissing, setCurrentMissing] = useState(false);
  const [endOtherSessions, setEndOthers] = useState(true);
  const [error, setError] = useState<ChangePasswordError>();
  const [state, setState] = useState<'asking' | 'busy' | 'done'>('asking');
  const input = useRef<HTMLInputElement>(null);
  const { password, fields, check } = useNewPassword({ name: me.person.name, email: me.email });
  const back = { label: t('common:nav.settings'), href: '/settings' };

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (state === 'busy') return;
    setCurrentMissing(current === '');
    if (current === '') return input.current?.focus();
    if (!check()) return;
    setError(undefined);
    setState('busy');
    const changed = await changePassword({ current, next: password, endOtherSessions });
    setState(changed.ok ? 'done' : 'asking');
    if (!changed.ok) setError(changed.error);
  };

  if (state === 'done') {
    return (
      <PlainFrame active="settings" back={back}>
        <PageColumn width="narrow">
          <PageHeader title={t('change.done')} />
          <Card>
            <p>{t('change.doneText')}</p>
            <ActionButton kind="primary" onPress={() => void navigate({ to: '/settings' })}>{t('change.toSettings')}</ActionButton>
          </Card>
        </PageColumn>
      </PlainFrame>
    );
  }
  return (
    <PlainFrame active="settings" back={back}>
      <PageColumn width="narrow">
        <PageHeader title={t('change.title')} under={t('change.under')} />
        <Card>
          <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
            {error ? <ErrorBanner error={error} /> : null}
            <input type="text" name="username" autoComplete="username" value={me.email} readOnly hidden />
            <PasswordField
              label={t('change.current')} name="current-password" autoComplete="current-password" value={current} onChange={setCurrent} inputRef={input}
              showLabel={t('signIn:showPassword')} hideLabel={t('signIn:hidePassword')} error={currentMissing ? t('signIn:passwordMissing') : undefined}
            />
            {fields}
            <CheckRow label={t('change.endOthers')} second={t('change.endOthersHelp')} checked={endOtherSessions} onChange={setEndOthers} />
            <ActionButton kind="primary" size="lg" submit disabled={state === 'busy'}>{state === 'busy' ? t('change.busy') : t('change.go')}</ActionButton>
          </form>
        </Card>
      </PageColumn>
    </PlainFrame>
  );
}

function ErrorBanner({ error }: { readonly error: ChangePasswordError }) {
  const { t } = useTranslation('password');
  switch (error.type) {
    case 'changed-elsewhere': return <Banner tone="bad" boxed alert>{t('change.changedElsewhere')}</Banner>;
    case 'unknown': return <Banner tone="warn" boxed alert>{t('change.unknown')}</Banner>;
    case 'unreachable': return <Banner tone="warn" boxed alert>{t('change.noNetwork')}</Banner>;
    case 'wrong':
    case 'wait':
    case 'too-many':
    case 'captive-portal':
    case 'server':
    case 'closed':
    case 'passkey':
    case 'newer-database':
    case 'storage-lost': return <EnterErrorBanner error={error} place="unlock" />;
  }
}
