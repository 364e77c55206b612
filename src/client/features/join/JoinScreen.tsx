import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhoJoins } from '#core/protocol/identityWire.ts';
import type { Result } from '#core/result.ts';
import { LanguageChoice } from '#client/parts/LanguageChoice.tsx';
import type { JoinError } from '#client/parts/joinError.ts';
import { SplitHero } from '#client/ui/frame/SplitHero.tsx';
import { CodeStep } from './CodeStep.tsx';
import styles from './join.module.css';
import { PersonStep } from './PersonStep.tsx';

type Joining = { readonly code: string; readonly who: WhoJoins; readonly name: string; readonly password: string };

type JoinScreenProps = {
  /** Of the link that was followed here. */
  readonly code: string | undefined;
  readonly look: (code: string) => Promise<Result<WhoJoins, JoinError>>;
  readonly join: (joining: Joining) => Promise<Result<void, JoinError>>;
  readonly back: () => void;
};

/** In by a one-time code: an invitation, or a new password. Two steps: the code, then who and the password. */
export function JoinScreen({ code: arrivedWith, look, join, back }: JoinScreenProps) {
  const { t } = useTranslation('join');
  const [found, setFound] = useState<{ readonly code: string; readonly who: WhoJoins }>();
  return (
    <SplitHero productName={t('common:product')}>
      <div className={styles.form}>
        <div className={styles.head}>
          <h1>{found ? t(`title.${found.who.purpose}`) : t('title.code')}</h1>
          <LanguageChoice />
        </div>
        {found
          ? <PersonStep who={found.who} join={(name, password) => join({ ...found, name, password })} back={() => setFound(undefined)} />
          : <CodeStep arrivedWith={arrivedWith ?? ''} look={look} onFound={(code, who) => setFound({ code, who })} back={back} />}
      </div>
    </SplitHero>
  );
}
