import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countByEntity } from '#core/op/countByEntity.ts';
import { ScrolledRows } from '#client/parts/ScrolledRows.tsx';
import { useFormat } from '#client/parts/useFormat.ts';
import type { SafetyReport } from '#client/storage/safety/safetyReport.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './safety.module.css';
import { WaitingRow } from './WaitingRow.tsx';

/** What exists only here: by kind and since when, then every item with its state and its way out. */
export function WaitingCard({ report }: { readonly report: SafetyReport }) {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const { items } = report;
  if (items.length === 0) return null;
  const kinds = countByEntity(items.map(({ op }) => op));
  return (
    <Card title={t('waiting.title')} side={report.carried === 0 ? undefined : t('waiting.carried', { count: report.carried, formatted: format.number(report.carried) })}>
      <ul className={styles.list}>
        {kinds.map(({ entity, count, since }) => (
          <li key={entity} className={styles.kind}>
            <strong>{t(`entity.${entity}`, { defaultValue: t('entity.other') })}</strong>
            <span className={styles.second}>{t('waiting.kind', { count, formatted: format.number(count), when: format.dateTime(since) })}</span>
          </li>
        ))}
      </ul>
      <p>{t('waiting.wayOut')}</p>
      <div className={styles.actions}><ActionButton expanded={all} onPress={() => setAll(!all)}>{t(all ? 'waiting.hide' : 'waiting.showAll')}</ActionButton></div>
      {all ? <ScrolledRows label={t('waiting.title')} rowPx={68} rows={items.map((item) => ({ key: item.op.id, node: <WaitingRow item={item} /> }))} /> : null}
    </Card>
  );
}
