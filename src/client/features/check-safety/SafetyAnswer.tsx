import { useTranslation } from 'react-i18next';
import { useDeviceWord } from '#client/parts/useDeviceWord.ts';
import { useFormat } from '#client/parts/useFormat.ts';
import { useServerTrouble } from '#client/parts/useServerTrouble.ts';
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
  const device = useDeviceWord();
  const serverTrouble = useServerTrouble();
  const onlyHere = report.waiting;
  const notKept = report.draftsNotKept ?? 0;
  return (
    <Card look={notKept > 0 ? 'warn' : 'ok'} label={t('title')}>
      <div className={styles.answer} role="status">
        <HealthMark value={notKept > 0 ? 'attention' : 'ready'} size={44} />
        <div>
          <p className={styles.yes}>{notKept > 0 ? t('answer.notKept', { count: notKept }) : t(`answer.saved.${device}`)}</p>
          <p>
            {onlyHere === 0 && report.waitingFiles === 0 ? t('answer.allOnServer') : null}
            {onlyHere > 0 ? t(noNetwork ? 'answer.onlyHereNoNetwork' : 'answer.onlyHere', { count: onlyHere, formatted: format.number(onlyHere) }) : null}
            {onlyHere === 0 && report.waitingFiles > 0 ? t('answer.filesWaiting', { count: report.waitingFiles, formatted: format.number(report.waitingFiles) }) : null}
          </p>
          {serverTrouble ? <p>{t('answer.serverTrouble')}</p> : null}
        </div>
      </div>
    </Card>
  );
}
