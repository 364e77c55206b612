import { useTranslation } from 'react-i18next';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import { CopyText } from './CopyText.tsx';
import { RefusedRecord } from './RefusedRecord.tsx';
import { refusedText } from './refusedText.ts';
import styles from './safety.module.css';

/** What the server did not accept: nothing is dropped, each in words, its text to be copied. */
export function RefusedTray({ refused }: { readonly refused: readonly RefusedOp[] }) {
  const { t } = useTranslation('safety');
  if (refused.length === 0) return null;
  // Of a visit that the person has lost nothing is given out any more, neither to the clipboard nor into a copy.
  const texts = refused.filter((item) => item.scopeLost !== true).map(({ op }) => refusedText(op)).filter((text) => text !== '');
  return (
    <Card look="bad" title={t('refused.title')}>
      <p>{t('refused.text', { count: refused.length })}</p>
      {texts.length === 0 ? null : (
        <div className={styles.actions}>
          <CopyText text={texts.join('\n\n———\n\n')} words="refused.copyAll" />
          <ActionButton href="/back-up">{t('refused.inCopy')}</ActionButton>
        </div>
      )}
      <ul className={styles.list}>
        {refused.map((item) => <RefusedRecord key={item.op.id} item={item} />)}
      </ul>
    </Card>
  );
}
