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
  return (
    <Card look="bad" title={t('refused.title')}>
      <p>{t('refused.text', { count: refused.length })}</p>
      <div className={styles.actions}>
        <CopyText text={refused.map(({ op }) => refusedText(op)).filter((text) => text !== '').join('\n\n———\n\n')} words="refused.copyAll" />
        <ActionButton href="/back-up">{t('refused.inCopy')}</ActionButton>
      </div>
      <ul className={styles.list}>
        {refused.map((item) => <RefusedRecord key={item.op.id} item={item} />)}
      </ul>
    </Card>
  );
}
