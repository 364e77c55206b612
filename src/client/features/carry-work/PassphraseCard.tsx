import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { QrCode } from '#client/parts/QrCode.tsx';
import { CheckRow } from '#client/ui/fields/CheckRow.tsx';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './carry.module.css';

type PassphraseCardProps = {
  readonly words: string;
  readonly language: 'es' | 'en';
  readonly noted: boolean;
  readonly onNoted: (noted: boolean) => void;
  /** Absent once the file is made under these. */
  readonly onOthers?: (() => void) | undefined;
};

/** The words of a back-up, to be written down or photographed. They are on this screen and nowhere else. */
export function PassphraseCard({ words, language, noted, onNoted, onOthers }: PassphraseCardProps) {
  const { t } = useTranslation('carry');
  return (
    <Card title={t('backUp.wordsTitle')}>
      <p>{t('backUp.wordsText')}</p>
      <div className={styles.passphrase}>
        <ol className={styles.words} aria-label={t('backUp.wordsList')} lang={language}>
          {words.split(' ').map((word, at) => <li key={`${at} ${word}`}>{word}</li>)}
        </ol>
        <div className={styles.qr}><QrCode text={words} label={t('backUp.qr')} /></div>
      </div>
      <CheckRow label={t('backUp.noted')} checked={noted} onChange={onNoted} />
      {onOthers ? <div><ActionButton kind="quiet" onPress={onOthers} icon={<IconRefresh size="1.25rem" stroke={2} aria-hidden="true" />}>{t('backUp.otherWords')}</ActionButton></div> : null}
    </Card>
  );
}
