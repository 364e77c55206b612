import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type JoinCodeError, readJoinCode, showJoinCode } from '#core/people/joinCode.ts';
import type { WhoJoins } from '#core/protocol/identityWire.ts';
import type { Result } from '#core/result.ts';
import type { JoinError } from '#client/parts/joinError.ts';
import { TextField } from '#client/ui/fields/TextField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import styles from './join.module.css';
import { JoinErrorBanner } from './JoinErrorBanner.tsx';

type CodeStepProps = {
  readonly arrivedWith: string;
  readonly look: (code: string) => Promise<Result<WhoJoins, JoinError>>;
  readonly onFound: (code: string, who: WhoJoins) => void;
  readonly back: () => void;
};

/** The code, typed by hand or come with the link: a link opens in the browser, not in the installed app. */
export function CodeStep({ arrivedWith, look, onFound, back }: CodeStepProps) {
  const { t } = useTranslation('join');
  const [code, setCode] = useState(() => tidied(arrivedWith));
  const [mistake, setMistake] = useState<JoinCodeError>();
  const [error, setError] = useState<JoinError>();
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const ask = async (typed: string): Promise<void> => {
    const read = readJoinCode(typed);
    setError(undefined);
    setMistake(read.ok ? undefined : read.error);
    if (!read.ok) return input.current?.focus();
    setBusy(true);
    const who = await look(read.value);
    setBusy(false);
    if (who.ok) return onFound(read.value, who.value);
    setError(who.error);
    return input.current?.focus();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void ask(code);
  };
  // The link has said it all: one tap less.
  useEffect(() => {
    if (arrivedWith === '') input.current?.focus();
    else void ask(arrivedWith);
    // oxlint-disable-next-line react/exhaustive-deps -- once, on arrival
  }, []);

  return (
    <form className={styles.step} onSubmit={submit} noValidate>
      <p>{t('code.text')}</p>
      {error ? <JoinErrorBanner error={error} /> : null}
      <TextField
        label={t('code.label')} help={t('code.help')} name="join-code" value={code} inputRef={input} maxLength={200}
        onChange={setCode} onBlur={() => setCode(tidied)} error={mistake ? mistakeText(mistake) : undefined}
      />
      <ActionButton kind="primary" size="xl" full submit disabled={busy}>{busy ? t('code.looking') : t('code.go')}</ActionButton>
      <div className={styles.ways}>
        <ActionButton kind="quiet" onPress={back}>{t('common:back')}</ActionButton>
      </div>
    </form>
  );

  function mistakeText(of: JoinCodeError): string {
    switch (of.type) {
      case 'wrong-length': return of.symbols === 0 ? t('code.missing') : t('code.wrongLength', { count: of.symbols, of: of.of });
      case 'not-a-symbol': return t('code.notASymbol', { symbol: of.symbol });
    }
  }
}

/** As it stands on paper, where it can be read; else as it was typed. */
function tidied(typed: string): string {
  const read = readJoinCode(typed);
  return read.ok ? showJoinCode(read.value) : typed;
}
