import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '#core/result.ts';
import { LanguageChoice } from '#client/parts/LanguageChoice.tsx';
import type { RecoverError, RecoveryLook, RecoveryStanding } from '#client/parts/recovery.ts';
import type { KnownAccount } from '#client/storage/people/accounts.ts';
import { SplitHero } from '#client/ui/frame/SplitHero.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { AskStep } from './AskStep.tsx';
import { NewPasswordStep } from './NewPasswordStep.tsx';
import styles from './recover.module.css';
import { RecoverErrorBanner } from './RecoverErrorBanner.tsx';
import { WaitStep } from './WaitStep.tsx';

export type RecoverScreenProps = {
  readonly account: KnownAccount;
  readonly standing: () => Promise<Result<RecoveryStanding, RecoverError>>;
  readonly ask: () => Promise<Result<{ readonly code: string }, RecoverError>>;
  readonly look: () => Promise<Result<RecoveryLook, RecoverError>>;
  readonly forget: () => Promise<void>;
  readonly finish: (password: string) => Promise<Result<void, RecoverError>>;
  readonly back: () => void;
};

type Step = RecoveryStanding | { readonly type: 'answered' };

/** *Olvidé mi contraseña*: asks, waits until two people have answered, then a new password. What is on the tablet stays as it is. */
export function RecoverScreen({ account, standing, ask, look, forget, finish, back }: RecoverScreenProps) {
  const { t } = useTranslation('recover');
  const [step, setStep] = useState<Step>();
  const [error, setError] = useState<RecoverError>();
  useEffect(() => {
    void standing().then((found) => (found.ok ? setStep(found.value) : setError(found.error)));
  }, [standing]);
  const askAnew = (): void => void forget().then(() => setStep({ type: 'possible' }));
  return (
    <SplitHero productName={t('common:product')}>
      <div className={styles.step}>
        <div className={styles.head}>
          <h1>{step?.type === 'answered' ? t('new.title') : t('title')}</h1>
          <LanguageChoice />
        </div>
        {error ? <RecoverErrorBanner error={error} /> : null}
        {step?.type === 'impossible' ? <><p>{t('impossible.text')}</p><p className={styles.note}>{t('impossible.ways')}</p></> : null}
        {step?.type === 'possible' ? <AskStep ask={ask} onAsked={(code) => setStep({ type: 'asked', code })} /> : null}
        {step?.type === 'asked' ? (
          <WaitStep code={step.code} look={look} onAnswered={() => setStep({ type: 'answered' })} askAnew={askAnew} />
        ) : null}
        {step?.type === 'answered' ? <NewPasswordStep account={account} finish={finish} askAnew={askAnew} /> : null}
        <div className={styles.ways}>
          <ActionButton kind="quiet" onPress={back}>{t('common:back')}</ActionButton>
        </div>
      </div>
    </SplitHero>
  );
}
