import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judgePassword, type PasswordJudgement } from '#core/people/judgePassword.ts';
import { PasswordField } from '#client/ui/fields/PasswordField.tsx';
import styles from './useNewPassword.module.css';

type NewPassword = {
  readonly password: string;
  /** The two fields, with how good it is in words. */
  readonly fields: ReactNode;
  /** Whether it can be taken; else says why, and goes to the field. */
  readonly check: () => boolean;
};

/** A new password, typed twice: what was mistyped once would lock a person out of their own work. */
export function useNewPassword(about: { readonly name: string; readonly email: string }): NewPassword {
  const { t } = useTranslation('password');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const judgement = judgePassword(password, about);
  const say = useJudgementText();
  const bad = judgement.type !== 'taken';
  const differs = again !== password;
  const eye = { showLabel: t('signIn:showPassword'), hideLabel: t('signIn:hidePassword') };
  return {
    password,
    check: () => {
      setAsked(true);
      if (bad) first.current?.focus();
      else if (differs) second.current?.focus();
      return !bad && !differs;
    },
    fields: (
      <>
        <PasswordField
          label={t('new')} help={t('newHelp')} name="new-password" autoComplete="new-password" value={password} onChange={setPassword} inputRef={first} {...eye}
          error={asked && bad ? say(judgement) : undefined}
          note={<p className={styles.judgement} data-good={!bad} role="status">{password === '' || (asked && bad) ? '' : say(judgement)}</p>}
        />
        <PasswordField
          label={t('again')} name="new-password-again" autoComplete="new-password" value={again} onChange={setAgain} inputRef={second} {...eye}
          error={asked && !bad && differs ? t('differs') : undefined}
        />
      </>
    ),
  };
}

function useJudgementText(): (judgement: PasswordJudgement) => string {
  const { t } = useTranslation('password');
  return (judgement) => {
    switch (judgement.type) {
      case 'too-short': return t('tooShort', { count: judgement.missing });
      case 'demo': return t('demo');
      case 'pattern': return t('pattern');
      case 'about-you': return t('aboutYou');
      case 'taken': return t(`strength.${judgement.strength}`);
    }
  };
}
