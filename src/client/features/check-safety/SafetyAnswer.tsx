import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/parts/useFormat.ts';
import type { SafetyReport } from '#client/storage/safety/safetyReport.ts';
import { useSyncStatus } from '#client/sync/syncStatus.ts';
import { HealthMark } from '#client/ui/marks/HealthMark.tsx';
import { Card } from '#client/ui/parts/Card.tsx';
import styles from './safety.module.css';

/** The sentence that answers the question. */
export function SafetyAnswer({ report }: { readonly report: SafetyReport }) {
  const { t } = useTranslation('safety');
  const format = useFormat();
  const noNetwork = useSyncStatus((status) => status.network === 'unreachable');
  const onlyHere = report.waiting;
  return (
    <Card look="ok" label={t('title')}>
      <div className={styles.answer} role="status">
        <HealthMark value="ready" size={44} />
        <div>
          <p className={styles.yes}>{t('answer.saved')}</p>
          <p>
            {onlyHere === 0 && report.waitingFiles === 0 ? t('answer.allOnServer') : null}
            {onlyHere > 0 ? t(noNetwork ? 'answer.onlyHereNoNetwork' : 'answer.onlyHere', { count: onlyHere, formatted: format.number(onlyHere) }) : null}
            {onlyHere === 0 && report.waitingFiles > 0 ? t('answer.filesWaiting', { count: report.waitingFiles, formatted: format.number(report.waitingFiles) }) : null}
          </p>
        </div>
      </div>
    </Card>
  );
}
