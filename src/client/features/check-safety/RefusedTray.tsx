import { useTranslation } from 'react-i18next';
import type { RefusedOp } from '#client/storage/safety/safetyReport.ts';
import { Card } from '#client/ui/parts/Card.tsx';
import { RefusedRecord } from './RefusedRecord.tsx';
import styles from './safety.module.css';

/** What the server did not accept: nothing is dropped, each in words, its text to be copied. */
export function RefusedTray({ refused }: { readonly refused: readonly RefusedOp[] }) {
  const { t } = useTranslation('safety');
  if (refused.length === 0) return null;
  return (
    <Card look="bad" title={t('refused.title')}>
      <p>{t('refused.text', { count: refused.length })}</p>
      <ul className={styles.list}>
        {refused.map((item) => <RefusedRecord key={item.op.id} item={item} />)}
      </ul>
    </Card>
  );
}
