import { IconFileExport, IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { needsBackUp } from '#core/bundle/needsBackUp.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useNowMs } from '#client/parts/useNowMs.ts';
import type { SafetyReport } from '#client/storage/safety/safetyReport.ts';
import { ActionButton } from '#client/ui/parts/ActionButton.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './safety.module.css';

/** A copy without a network: when the last one was made, the next one, and the way back. Amber when work has no copy for a day. */
export function CopyCard({ report }: { readonly report: SafetyReport }) {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const uncopied = report.items.filter(({ copied }) => !copied);
  const urgent = needsBackUp(uncopied.map(({ op }) => op.at), useNowMs());
  const last = report.lastBackUpAtMs === undefined ? t('copy.never') : t('copy.last', { when: format.dateTime(new Date(report.lastBackUpAtMs).toISOString()) });
  const missing = report.lastBackUpAtMs === undefined || uncopied.length + report.uncopiedFiles === 0 ? undefined : t('copy.missing', { records: format.number(uncopied.length), files: format.number(report.uncopiedFiles) });
  return (
    <Card title={t('copy.title')} look={urgent ? 'warn' : 'plain'}>
      <p>{t('copy.text')}</p>
      <p>{[last, missing].filter(Boolean).join(' ')}</p>
      <div className={styles.actions}>
        <ActionButton kind={urgent ? 'mark' : 'primary'} size="lg" href="/back-up" icon={<IconFileExport size="1.375rem" stroke={2} aria-hidden="true" />}>{t('copy.make')}</ActionButton>
        <ActionButton size="lg" href="/open-file" icon={<IconFolderOpen size="1.375rem" stroke={2} aria-hidden="true" />}>{t('copy.open')}</ActionButton>
      </div>
    </Card>
  );
}
