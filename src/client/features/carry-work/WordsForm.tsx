import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextAreaField } from '#client/ui/fields/TextAreaField.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';

type WordsFormProps = { readonly wrong: boolean; readonly busy: boolean; readonly onWords: (words: string) => void };

/** Asks for the words of a back-up. They stay in this field and go with it. */
export function WordsForm({ wrong, busy, onWords }: WordsFormProps) {
  const { t } = useTranslation('carry');
  const [words, setWords] = useState('');
  const [empty, setEmpty] = useState(false);
  const submit = (): void => {
    setEmpty(words.trim() === '');
    if (words.trim() !== '') onWords(words);
  };
  const error = empty ? t('open.wordsEmpty') : wrong && !busy ? `${t('error.wrong-passphrase')}. ${t('error.wrong-passphraseText')}` : undefined;
  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextAreaField label={t('open.wordsLabel')} help={t('open.wordsHelp')} rows={2} value={words} onChange={setWords} error={error} disabled={busy} />
        <div style={{ marginTop: 12 }}>
          <ActionButton kind="primary" size="lg" submit disabled={busy}>{busy ? t('open.opening') : t('open.wordsOpen')}</ActionButton>
        </div>
      </form>
    </Card>
  );
}
